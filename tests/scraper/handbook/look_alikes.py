"""Pages easily taken for a company's handbook, by what they are; written for these tests."""

LOOK_ALIKES = {
    "product documentation": """<title>The Kite Handbook</title><h1>The Kite handbook</h1>
<p>This handbook teaches you the Kite framework, from installation to deployment.</p>
<h2>Getting started</h2><p>Install the command line tool and configure your server. Kite needs
Python 3.9 or newer and a database. We recommend the Docker image.</p>
<h2>Working with teams</h2><p>Teams share an API key. Our decision was to keep it simple.</p>
<h2>Meetings endpoint</h2><p>The meetings endpoint of the API returns JSON.</p>
<h2>Reference</h2><p>Every function of the API is described here, with examples in
JavaScript.</p>""",
    "developer handbook": """<title>Developer Handbook | Acme</title><h1>Developer handbook</h1>
<p>How we write software at Acme. We review each other's code and we deploy every day.</p>
<h2>Onboarding</h2><p>New team members set up their laptops on the first day.</p>
<h2>Meetings</h2><p>We hold a stand-up each morning.</p><h2>Interviewing</h2><p>Our engineers take
part in interviewing; employees who refer a friend get a bonus.</p>""",
    "student handbook": """<title>Handbook 2026</title><h1>Handbook 2026</h1>
<p>Welcome to North Coast College! This handbook tells students about our policies.</p>
<h2>Attendance</h2><p>Students must attend every course. Leave of absence is granted by the faculty
for one semester. Sick days must be reported to the campus office.</p><h2>Code of conduct</h2>
<p>Harassment is not tolerated on campus. Our staff will help students with grievances.</p>
<h2>Fees</h2><p>Tuition is due before the semester. We offer students health insurance.</p>""",
    "course handbook": """<title>Course handbook: Applied Wind Studies</title>
<h1>Course handbook</h1><p>Our course lasts two years. Teaching staff hold meetings with students
each week; your tutor gives you feedback. Assessment is by examination at the end of the semester.
You have working hours of about forty a week, vacations excluded.</p>""",
    "advice of a vendor": """<title>What is an employee handbook? | StaffPal</title>
<h1>What is an employee handbook and why does your business need one?</h1>
<p>An employee handbook tells your employees what your company's policies are: time off, pay,
benefits, code of conduct and working hours. Your employees will thank you.</p><h2>What to put
in</h2>
<p>Paid time off, sick leave, overtime, performance reviews, remote work, onboarding, termination of
employment. Employers should ask legal counsel. Our HR software keeps your employee handbook up to
date. Book a demo and see how we help your business.</p>""",
    "free template": """<title>Employee Handbook</title><h1>Employee Handbook</h1>
<p>Welcome to [Company Name]! We at [Company Name] are glad to have you.</p>
<h2>Time off</h2><p>Employees of [Company Name] get [number] days of vacation.</p>
<h2>Pay</h2><p>Our payroll runs on [date]. Benefits begin after [number] days of probation.</p>
<h2>Values</h2><p>We value [insert value].</p>""",
    "template shop": """<title>Team handbook for Notion</title><h1>Team Handbook</h1>
<p>Everything a remote team needs: onboarding, time off, benefits, meetings and values in one place.
Duplicate this template and make it yours. Download our free template of an employee handbook.</p>
<p>Our customers love it. We add new pages each month.</p>""",
    "community handbook": """<title>Kite Community Handbook</title><h1>Community handbook</h1>
<p>Welcome! We are an open-source project, and this handbook tells contributors how we work.</p>
<h2>Values</h2><p>We are kind to each other.</p><h2>Meetings</h2><p>Our working groups meet each
week;
maintainers and volunteers take notes. Contributors can join our chapters.</p><h2>Decisions</h2>
<p>The steering committee decides by consent.</p><h2>Onboarding</h2><p>New contributors get a mentor
among the maintainers in the first week. Volunteers may take time off whenever they want.</p>""",
    "volunteer handbook": """<title>Handbook</title><h1>Handbook for volunteers</h1>
<p>We thank all volunteers. Volunteers work with our staff, get expenses reimbursed, and take days
off when they need. Onboarding takes a week. Our code of conduct holds for all volunteers.</p>""",
    "brand handbook": """<title>Acme Brand Handbook</title><h1>Brand handbook</h1>
<p>Our logo, our colours and our tone of voice. Our team and our employees use them in all
communication. New hires get these guidelines on their first day. We value consistency.</p>""",
    "partner handbook": """<title>Partner Handbook</title><h1>Partner handbook</h1>
<p>How we work with our partners: onboarding, compensation, bonuses, meetings and communication.
We pay at the end of the month. Our employees answer your questions.</p>""",
    "client process": """<title>How we work - Kitewerk</title><h1>How we work</h1>
<p>We listen to our clients. In a first meeting we look at your project; our process has four steps.
Our clients value our communication. Our customers trust our team. We plan, design and deliver.
Contact us for a quote. See our portfolio and case studies of other clients.</p>""",
    "careers page": """<title>Careers at Acme</title><h1>Join us</h1>
<p>We are hiring! We offer a good salary, five weeks of vacation, health insurance, remote work and
parental leave. Our values are kindness and wind. Our team communicates in writing.</p>
<h2>Open positions</h2><p>Kite engineer. Team lead. Recruiting takes two interviews.</p>""",
    "article": """<title>Why we made our employee handbook public | Acme Blog</title>
<h1>Why we made our employee handbook public</h1><p>We write down how we work: meetings, time off,
salaries, onboarding. Last year we decided to publish our handbook. Our team loves it.</p>""",
    "list": """<title>20 best employee handbooks</title><h1>20 best employee handbooks</h1>
<p>We collected handbooks of famous companies: their values, time off, benefits and onboarding.</p>
<ul><li>Basecamp<li>Valve<li>Netflix</ul>""",
    "sign-in": """<title>Sign in - Acme Handbook</title><h1>Sign in</h1><p>Our employee handbook
is for
employees. Sign in with your company account to read about time off, benefits and
onboarding.</p>""",
    "not found": """<title>Page not found | Acme</title><h1>Page not found</h1><p>Our handbook has
moved.
Try our pages about values, time off, hiring, benefits.</p>""",
    "parked domain": """<title>acme-handbook.example - this domain is for sale</title>
<h1>Employee handbook</h1><p>Related searches: employee handbook, payroll, health insurance, time
off,
remote work, hiring software. This domain is for sale. We buy and sell domains.</p>""",
    "German user manual": """<title>Handbuch Drachensteuerung 3000</title><h1>Handbuch</h1>
<p>Dieses Handbuch beschreibt die Installation und Konfiguration. Wir empfehlen, den Server vorher
zu
sichern. Die API ist im Anhang beschrieben. Unser Support hilft Ihnen.</p>""",
    "German template": """<title>Mitarbeiterhandbuch Vorlage kostenlos</title>
<h1>Mitarbeiterhandbuch: Vorlage</h1><p>Ein Mitarbeiterhandbuch hilft Ihrem Unternehmen. Zeigen Sie
Ihren Mitarbeitern, was gilt: Urlaub, Arbeitszeit, Gehalt, Homeoffice, Werte. Unsere Vorlage passt
zu
Ihrem Unternehmen.</p>""",
    "Spanish student manual": """<title>Manual del estudiante</title><h1>Manual del estudiante</h1>
<p>Nuestra universidad recibe a los estudiantes cada semestre. Los estudiantes tienen vacaciones en
verano. Nuestro personal responde. Horarios y código de conducta para todos los estudiantes.</p>""",
    "German quality manual": """<title>QM-Handbuch | Drachenwerk</title><h1>QM-Handbuch</h1>
<p>Unser Unternehmen erfüllt ISO 9001. Wir schulen unsere Mitarbeiter; die Einarbeitung neuer
Mitarbeiter und die Arbeitszeit sind geregelt. Unsere Werte, unsere Prozesse, unsere Entscheidungen
und unsere Besprechungen sind dokumentiert.</p>""",
    "quality manual": """<title>Quality Management System Manual</title><h1>Quality manual</h1>
<p>We train our employees. Our managers see to onboarding, working hours and performance reviews.
Our policies, our values and our meetings are written down here for our auditors.</p>""",
    "Chinese template": """<title>员工手册模板</title><h1>员工手册模板</h1>
<h2>假期</h2><p>年假。</p>
<h2>薪酬</h2><p>工资。</p><h2>工作时间</h2><p>加班。</p><h2>福利</h2><p>我们。</p>""",
}
