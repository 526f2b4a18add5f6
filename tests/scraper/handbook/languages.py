"""Front pages of employees' handbooks in several languages, written for these tests."""

HANDBOOKS = {
    "German": """<title>Mitarbeiterhandbuch</title><h1>Willkommen bei Drachenwerk</h1>
<p>In diesem Handbuch steht, wie wir arbeiten. Wir schreiben auf, was wir entscheiden.</p>
<h2>Unsere Werte</h2><p>Wir sind freundlich.</p><h2>Arbeitszeit</h2><p>Wir arbeiten, wann es
passt.</p>
<h2>Urlaub</h2><p>Alle haben dreißig Tage Urlaub.</p><h2>Gehalt</h2><p>Unsere Gehälter sind
offen.</p>
<h2>Besprechungen</h2><p>Eine in der Woche genügt uns.</p>""",
    "French": """<title>Livret d’accueil</title><h1>Bienvenue chez Cerf-volant</h1>
<p>Ce guide explique comment nous travaillons. Notre équipe écrit tout.</p><h2>Nos valeurs</h2>
<p>Nous sommes curieux.</p><h2>Congés</h2><p>Nous prenons six semaines de congés payés.</p>
<h2>Télétravail</h2><p>Chacun choisit ses horaires.</p><h2>Salaires</h2><p>Nos salaires sont
publics.
</p><h2>Réunions</h2><p>Nous en tenons peu.</p>""",
    "Spanish": """<title>Manual del empleado</title><h1>Manual del empleado</h1>
<p>Este manual cuenta cómo trabajamos. Escribimos nuestras decisiones.</p><h2>Nuestros valores</h2>
<p>Somos amables.</p><h2>Vacaciones</h2><p>Tenemos treinta días de
vacaciones.</p><h2>Teletrabajo</h2>
<p>Trabajamos desde donde queremos.</p><h2>Salarios</h2><p>Nuestros salarios son públicos.</p>""",
    "Portuguese": """<title>Manual do colaborador</title><h1>Manual do colaborador</h1>
<p>Aqui contamos como trabalhamos. Nossa equipe escreve tudo.</p><h2>Nossos valores</h2>
<p>Somos gentis.</p><h2>Férias</h2><p>Temos trinta dias de férias.</p><h2>Benefícios</h2>
<p>Plano de saúde e vale-refeição.</p><h2>Reuniões</h2><p>Fazemos poucas reuniões.</p>""",
    "Dutch": """<title>Personeelshandboek</title><h1>Ons handboek</h1><p>Zo werken wij. Wij
schrijven
alles op.</p><h2>Verlof</h2><p>Wij hebben dertig vakantiedagen.</p><h2>Salaris</h2><p>Onze
salarissen
zijn open.</p><h2>Thuiswerken</h2><p>Alle medewerkers werken waar ze willen.</p>""",
    "Norwegian": """<title>Personalhåndbok</title><h1>Håndboken vår</h1><p>Slik jobber vi. Vi
skriver ned
alt.</p><h2>Ferie</h2><p>Vi har fem uker ferie.</p><h2>Lønn</h2><p>Vår lønn er åpen.</p>
<h2>Arbeidstid</h2><p>Alle medarbeidere velger selv.</p>""",
}
