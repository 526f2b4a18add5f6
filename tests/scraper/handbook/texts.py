"""Example pages of a company called Acme, written for these tests."""

HANDBOOK = """<!doctype html><html><head><title>Acme Employee Handbook</title></head><body>
<h1>Acme Employee Handbook</h1>
<p>This handbook describes how we work at Acme, and everyone in our team may change it.</p>
<h2>Our values</h2><p>We write things down, and we trust each other to decide.</p>
<h2>Communication</h2><p>We communicate in writing first; our team lives in nine countries.</p>
<h2>Meetings</h2><p>We hold one meeting a week and keep notes of it for those who sleep.</p>
<h2>Time off</h2><p>We take at least five weeks of vacation each year.</p>
<h2>Onboarding</h2><p>In your first week a colleague shows you around.</p>
<h2>Hiring</h2><p>We hire with a paid trial task instead of rounds of interviews.</p>
</body></html>"""

HOME = """<!doctype html><html><head><title>Acme builds kites</title></head><body>
<h1>Kites for every wind</h1><p>Buy the lightest kites of the north. Our shop ships on Mondays.</p>
<a href="/about">About us</a> <a href="/shop">Shop</a></body></html>"""

ABOUT = """<html><head><title>About us</title></head><body><h1>About Acme</h1>
<p>Twelve people who like wind.</p><a href="{link}">Read our handbook</a></body></html>"""

NOT_FOUND = """<html><head><title>Acme</title></head><body><h1>Oops</h1>
<p>We looked everywhere: our handbook, our values, our meetings. Nothing is here.</p>
</body></html>"""

CULTURE = """<html><head><title>How we work</title></head><body><h1>How we work</h1>
<p>We hold few meetings, we write, and our values are kindness and wind.</p>
<p>We take vacations and we hire slowly.</p></body></html>"""

SHELL = """<html><head><title>Acme</title></head><body><div id="app"></div>
<script src="/app.js"></script></body></html>"""
