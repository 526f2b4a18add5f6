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
    "Polish": """<title>Podręcznik pracownika</title><h1>Podręcznik pracownika</h1><p>Tu opisujemy,
jak nasz zespół pracuje.</p><h2>Urlop</h2><p>Mamy trzydzieści dni.</p><h2>Wynagrodzenie</h2>
<p>Nasze pensje są jawne.</p><h2>Czas pracy</h2><p>Każdy wybiera sam.</p>""",
    "Finnish": """<title>Henkilöstön käsikirja</title><h1>Käsikirjamme</h1><p>Meidän tapamme.</p>
<h2>Vapaat</h2><p>Meillä on kuusi viikkoa lomaa.</p><h2>Palkka</h2><p>Kaikki tietävät sen.</p>
<h2>Työaika</h2><p>Jokainen valitsee itse.</p>""",
    "Chinese": """<title>员工手册</title><h1>风筝公司员工手册</h1><p>我们把一切都写下来。</p>
<h2>假期</h2><p>我们每人有三十天。</p><h2>薪酬</h2><p>我们的工资是公开的。</p>
<h2>工作时间</h2><p>每个人自己决定。</p>""",
    "Japanese": """<title>社員ハンドブック</title><h1>社員ハンドブック</h1>
<p>私たちはすべてを書きます。</p><h2>休暇</h2><p>三十日あります。</p><h2>給与</h2>
<p>私たちは公開しています。</p><h2>勤務時間</h2><p>自分で決めます。</p>""",
    "Korean": """<title>직원 핸드북</title><h1>연날리기 회사 핸드북</h1>
<p>우리는 모든 것을 적습니다.</p>
<h2>휴가</h2><p>우리는 삼십 일을 쉽니다.</p><h2>급여</h2><p>모두가 압니다.</p><h2>근무 시간</h2>
<p>스스로 정합니다.</p>""",
}
