import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { siteOfList, siteOfPosting } from "../../extension/content/sites.js";
import { BadDocument } from "../../extension/contract/field.js";
import { readSites } from "../../extension/contract/sites.js";

const read = (path) => JSON.parse(readFileSync(new URL(`../../extension/${path}`, import.meta.url)));
const document = read("content/sites.json");
const SITES = readSites(document);

const name = (url) => siteOfPosting(SITES, new URL(url))?.name;
const listName = (url) => siteOfList(SITES, new URL(url))?.name;

const postings = {
  "https://www.linkedin.com/jobs/view/4411867124": "LinkedIn",
  "https://au.linkedin.com/jobs/view/senior-engineer-at-heron-4411867124?trk=x": "LinkedIn",
  "https://www.linkedin.com/jobs/collections/recommended/?currentJobId=441": "LinkedIn",
  "https://uk.indeed.com/viewjob?jk=0011": "Indeed",
  "https://in.indeed.com/q-java-jobs.html?vjk=0011": "Indeed",
  "https://job-boards.greenhouse.io/heron/jobs/5071418007?gh_src=x": "Greenhouse",
  "https://jobs.lever.co/heron/0b6f3f0a-1111-4222-8333-444455556666": "Lever",
  "https://jobs.ashbyhq.com/heron/0b6f3f0a-1111-4222-8333-444455556666/application": "Ashby",
  "https://apply.workable.com/heron/j/0A1B2C3D4E/": "Workable",
  "https://heron.wd1.myworkdayjobs.com/en-US/Careers/job/Oslo/Baker_R1": "Workday",
  "https://jobs.smartrecruiters.com/Heron/743999-baker": "SmartRecruiters",
  "https://heron.jobs.personio.de/job/12345?language=en": "Personio",
  "https://heron.recruitee.com/o/baker": "Recruitee",
  "https://heron.teamtailor.com/jobs/12345-baker": "Teamtailor",
  "https://heron.breezy.hr/p/0a1b2c-baker": "Breezy",
  "https://weworkremotely.com/remote-jobs/heron-baker": "We Work Remotely",
  "https://remoteok.com/remote-jobs/remote-baker-heron-1099": "Remote OK",
  "https://remotive.com/remote-jobs/food/baker-1234567": "Remotive",
  "https://wellfound.com/jobs/12345-baker": "Wellfound",
  "https://www.glassdoor.com/job-listing/baker-heron-JV_IC1.htm?jl=1": "Glassdoor",
  "https://www.dice.com/job-detail/0b6f3f0a": "Dice",
  "https://au.seek.com/job/93856863": "Seek",
  "https://www.workatastartup.com/jobs/79024": "Work at a Startup",
  "https://www.ycombinator.com/companies/heron/jobs/9CxYlV4-baker": "Work at a Startup",
  "https://djinni.co/jobs/837081-baker/": "Djinni",
  "https://himalayas.app/companies/heron/jobs/baker": "Himalayas",
  "https://www.workingnomads.com/jobs/baker-heron": "Working Nomads",
  "https://heron.bamboohr.com/careers/31": "BambooHR",
};

const lists = {
  "https://www.linkedin.com/jobs/search/?keywords=baker": "LinkedIn",
  "https://www.linkedin.com/jobs/search-results/?keywords=baker": "LinkedIn",
  "https://in.linkedin.com/jobs/product-manager-jobs-bengaluru": "LinkedIn",
  "https://in.indeed.com/q-java-jobs.html": "Indeed",
  "https://weworkremotely.com/remote-jobs/search?term=baker": "We Work Remotely",
  "https://weworkremotely.com/": "We Work Remotely",
  "https://remoteok.com/remote-dev-jobs": "Remote OK",
  "https://jobs.lever.co/heron": "Lever",
  "https://boards.greenhouse.io/heron": "Greenhouse",
  "https://news.ycombinator.com/item?id=42": "Hacker News",
  "https://himalayas.app/jobs/remote": "Himalayas",
};

for (const [url, site] of Object.entries(lists)) {
  test(`${url} is a list of ${site}`, () => assert.equal(listName(url), site));
}

for (const [url, site] of Object.entries(postings)) {
  test(`${url} is a posting of ${site}`, () => assert.equal(name(url), site));
}

test("every site has a posting here", () => {
  const withPostings = SITES.filter((site) => site.postings !== null);
  assert.deepEqual(new Set(Object.values(postings)), new Set(withPostings.map((site) => site.name)));
});

for (const url of [
  "https://www.linkedin.com/feed/",
  "https://www.linkedin.com/messaging/thread/1",
  "https://www.linkedin.com/jobs/search/?keywords=baker",
  "https://jobs.lever.co/heron",
  "https://weworkremotely.com/remote-jobs/search?term=baker",
  "https://remoteok.com/remote-dev-jobs",
  "https://notlinkedin.com/jobs/view/1",
  "https://jobs.lever.co.example.org/heron/0b6f3f0a-1111-4222-8333-444455556666",
]) {
  test(`${url} is none`, () => assert.equal(name(url), undefined));
}

test("the manifest lets the extension into exactly the sites' hosts", () => {
  const manifest = read("manifest.json");
  const patterns = SITES.flatMap((site) => site.hosts.map((host) => `https://${host}/*`));
  assert.deepEqual(manifest.content_scripts[0].matches, patterns);
  assert.deepEqual(manifest.web_accessible_resources[0].matches, patterns);
});

for (const [field, value] of Object.entries({ postings: "(", hosts: "x", card: 1, name: undefined })) {
  test(`a record with a wrong field is refused: ${field}`, () => {
    const [first] = structuredClone(document.sites);
    assert.throws(() => readSites({ sites: [{ ...first, [field]: value }] }), BadDocument);
  });
}
