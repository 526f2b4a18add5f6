/**
 * The job boards: where their postings are, and where a posting's title stands.
 *
 * `hosts` are the manifest's match patterns (a test holds both lists together); the path is checked
 * here, because a board's pages change without loading anew. Where `titles` is missing or finds
 * nothing, the first visible h1 is the title. "Seen on" names a saved page of the board that the
 * selector was tried on; the other selectors and paths are those public descriptions give.
 *
 * @typedef {object} Site
 * @property {string} name
 * @property {string[]} hosts a leading "*." stands for every subdomain and none
 * @property {RegExp} postings matches path and query of a posting's page
 * @property {string[]} [titles] selectors, the most exact first
 */

/** @type {readonly Site[]} */
export const SITES = [
  {
    name: "LinkedIn", // the second title seen on au.linkedin.com/jobs/view/…-4411867124, signed out
    hosts: ["*.linkedin.com"],
    postings: /^\/jobs\/(view\/|.*[?&]currentJobId=)/,
    titles: [".job-details-jobs-unified-top-card__job-title", "h1.top-card-layout__title"],
  },
  {
    name: "Indeed", // seen on a posting, and beside the list of in.indeed.com/q-java-l-….html
    hosts: ["*.indeed.com"],
    postings: /^\/(viewjob|m\/viewjob|.*[?&]vjk=)/,
    titles: ['[data-testid="jobsearch-JobInfoHeader-title"]', ".jobsearch-JobInfoHeader-title"],
  },
  {
    name: "Greenhouse", // the first title seen on job-boards.greenhouse.io/sonatus/jobs/5071418007
    hosts: ["boards.greenhouse.io", "job-boards.greenhouse.io", "job-boards.eu.greenhouse.io"],
    postings: /^\/[^/]+\/jobs\/\d+|^\/embed\/job_app/,
    titles: [".job__title h1", "h1.app-title"],
  },
  {
    name: "Lever", // jobs.lever.co/COMPANY/ID; the title is an h2
    hosts: ["jobs.lever.co", "jobs.eu.lever.co"],
    postings: /^\/[^/]+\/[0-9a-f]{8}-[0-9a-f-]{27}/,
    titles: [".posting-headline h2"],
  },
  {
    name: "Ashby", // jobs.ashbyhq.com/COMPANY/ID
    hosts: ["jobs.ashbyhq.com"],
    postings: /^\/[^/]+\/[0-9a-f]{8}-[0-9a-f-]{27}/,
    titles: ["h1.ashby-job-posting-heading"],
  },
  {
    name: "Workable", // apply.workable.com/COMPANY/j/ID
    hosts: ["apply.workable.com"],
    postings: /\/j\/[0-9A-F]+/,
    titles: ['[data-ui="job-title"]'],
  },
  {
    name: "Workday", // path seen on medtronic.wd1.myworkdayjobs.com; its saved pages hold JSON-LD only
    hosts: ["*.myworkdayjobs.com"],
    postings: /\/(job|details)\//,
    titles: ['[data-automation-id="jobPostingHeader"]'],
  },
  {
    name: "SmartRecruiters",
    hosts: ["jobs.smartrecruiters.com"],
    postings: /^\/[^/]+\/\d+/,
    titles: ["h1.job-title"],
  },
  { name: "Personio", hosts: ["*.jobs.personio.de", "*.jobs.personio.com"], postings: /^\/job\/\d+/ },
  { name: "Recruitee", hosts: ["*.recruitee.com"], postings: /\/o\/[^/]+/ },
  { name: "Teamtailor", hosts: ["*.teamtailor.com"], postings: /\/jobs\/\d+/ },
  { name: "Breezy", hosts: ["*.breezy.hr"], postings: /^\/p\/[^/]+/ },
  {
    name: "We Work Remotely", // weworkremotely.com/remote-jobs/COMPANY-TITLE
    hosts: ["weworkremotely.com"],
    postings: /^\/(remote-jobs|listings)\/(?!search)[^/]+/,
    titles: [".lis-container__header__hero__company-info__title"],
  },
  {
    name: "Remote OK", // remoteok.com/remote-jobs/remote-TITLE-COMPANY-ID
    hosts: ["remoteok.com"],
    postings: /^\/remote-jobs\/[^/]*\d/,
    titles: ["tr.job h2[itemprop=title]"],
  },
  { name: "Remotive", hosts: ["remotive.com"], postings: /^\/remote(-jobs)?\/.+-\d+/ },
  { name: "Wellfound", hosts: ["wellfound.com"], postings: /^\/jobs\/\d+/ },
  {
    name: "Glassdoor", // /job-listing/…; the id of the h1 ends in the job's number
    hosts: ["*.glassdoor.com", "*.glassdoor.de", "*.glassdoor.co.uk", "*.glassdoor.co.in"],
    postings: /^\/job-listing\/|[?&](jl|jobListingId)=/,
    titles: ['h1[id^="jd-job-title"]'],
  },
  { name: "Dice", hosts: ["www.dice.com"], postings: /^\/job-detail\// },
  {
    name: "Seek", // seen on au.seek.com/job/93856863
    hosts: ["*.seek.com", "*.seek.com.au"],
    postings: /^\/job\/\d+|[?&]jobId=/,
    titles: ['[data-automation="job-detail-title"]'],
  },
  {
    name: "Work at a Startup", // seen on a posting: the title is the h1
    hosts: ["www.workatastartup.com"],
    postings: /^\/jobs\/\d+/,
  },
  { name: "Djinni", hosts: ["djinni.co"], postings: /^\/jobs\/\d+/ }, // seen on /jobs/837081-…
];

/**
 * @param {URL} url
 * @returns {Site | undefined} the board whose posting this address names, if it names one
 */
export function siteOf(url) {
  return SITES.find(
    (site) => site.hosts.some((host) => covers(host, url.hostname)) && site.postings.test(url.pathname + url.search),
  );
}

/**
 * @param {string} pattern
 * @param {string} host
 * @returns {boolean}
 */
function covers(pattern, host) {
  if (!pattern.startsWith("*.")) return host === pattern;
  return host === pattern.slice(2) || host.endsWith(pattern.slice(1));
}
