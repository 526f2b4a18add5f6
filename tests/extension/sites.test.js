import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { SITES, siteOf } from "../../extension/content/sites.js";

const name = (url) => siteOf(new URL(url))?.name;

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
  "https://djinni.co/jobs/837081-baker/": "Djinni",
};

for (const [url, site] of Object.entries(postings)) {
  test(`${url} is a posting of ${site}`, () => assert.equal(name(url), site));
}

test("every site has a posting here", () => {
  assert.deepEqual(new Set(Object.values(postings)), new Set(SITES.map((site) => site.name)));
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
  const manifest = JSON.parse(readFileSync(new URL("../../extension/manifest.json", import.meta.url)));
  const patterns = SITES.flatMap((site) => site.hosts.map((host) => `https://${host}/*`));
  assert.deepEqual(manifest.content_scripts[0].matches, patterns);
  assert.deepEqual(manifest.web_accessible_resources[0].matches, patterns);
});
