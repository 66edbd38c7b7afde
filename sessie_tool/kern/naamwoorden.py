"""Words around names in Dutch: what is part of one, what can be one, and what is none. All without capitals."""


def _set(*regels: str) -> frozenset[str]:
    return frozenset(" ".join(regels).split())


TUSSENVOEGSELS = _set(
    "aan abu al ben bij bin d da de del della den der des di dos du el het ibn in la le les lo onder op t te ten",
    "ter tot uit van vom von voor zu zum zur",
)
"""Small words inside a last name; never a name by themselves."""

AANSPREEK = _set(
    "dhr dr drs heer heren ing ir juffrouw meneer mevr mevrouw mr mw prof professor",
)
"""Ways to address someone; they go with the name."""

FUNCTIES = _set(
    "adviseur ambtenaar begeleider beleidsadviseur beleidsmedewerker bestuurder bestuursadviseur betrokkene",
    "bewoner burgemeester commissaris concerncontroller controller coordinator deelnemer directeur gast",
    "gedeputeerde gemeentesecretaris gespreksleider griffier hoogleraar inbrenger inwoner lector lid manager",
    "medewerker minister moderator notulist ondernemer onderzoeker programmamanager projectleider raadslid",
    "regisseur secretaris staatssecretaris strateeg teamleider voorzitter wethouder",
)
"""What someone is; a name often follows."""

GEWOON = _set(
    "aarts actie acties adelaar advies akker appel arend baan baas bakker balk bank bas beek beer bel berg",
    "beukers bijl blaak blank blauw bloem bloemen blom bo boer boeren bol bom boom boon boot bos bosch bosman",
    "brand breed brink broek brouwer brug bruin buis bult burg buurman coen college dal dam deelnemers dekker den",
    "dijk dijkstra doorn doren draaier drost druk duif duin eik eiland elke faber feest fleur fries ganzen geluk",
    "gemeente goed goud graaf gras groen groep groot grote haan haas hak ham hand handel hart haven heide heil",
    "heuvel hoek hof hond hoog hoop hout huis hulst iris jacht jager jan jong jonge joy kamer kamp kappers kat",
    "keizer kerk kern kersten kist klaar klein kleine klok knoop koch kok koning kooij kool koop kort korte",
    "koster kraan kramer kroon kruis kuiper kuipers kunst laan lam lamp land lang lange leeuw lelie lente licht",
    "lief lieve linde loes lot maan mark max meer mees meester meeuw mei melk merel mey mol molen molenaar mooi",
    "moos muis mulder naam nacht nieuw noord noot oever olie oost organisatie oud oude paard palm pas pauw pen",
    "pijl pol post postma prins provincie punt put raad raaf raven recht reus riet rijk ring rol rood roos rots",
    "ruiter schaap schilder schipper scholten school signaal signalen slager sluis smid smit snel snoek spits",
    "spoor sport staal stad steen ster sterk stichting stok storm straat stroom summer taal tak team timmer tol",
    "toren tuin vaart vader veen veerman veld ver verslag visser vlieger vlinder vogel vos vraag vrede vriend",
    "vries vrij wagenaar wal wandelaar water weg west wever wijs wil wild wind winter wit witte wolf wolk woud",
    "zand zee zomer zon zorg zuid zwaan zwart",
)
"""Words that can be a name too; without a capital they are none."""

VOORNAMEN = _set(
    "aaltje abdel adriaan ahmed albert alex alexander ali alice amber amina amir andre andrea angela anita anja",
    "anke ann anna anne anneke annelies annemarie annette annie anouk antoinette anton arie arjan arjen arnold",
    "arthur astrid ayse barbara bart beatrix bernard bert bianca bob boris bram bregje brigitte carla carlo",
    "carolien caroline cees chantal charlotte chris christa christiaan cindy claudia cor cornelis daan daniel",
    "dave david dennis diana dick dirk dorien edith eduard edwin eefje elisabeth ellen els emiel emily emma eric",
    "erik erwin esmee esther eva evelien fatima fatma femke fenna ferdinand floor floris frans fred frederik",
    "freek gerard gerda gerrit gert gertjan gijs greetje guus hanna hannah hanneke hans harm harry hassan heleen",
    "helena hendrik henk henny herman hilde hugo ibrahim ilse inge ingrid irene irma isabel ivo jaap jacob",
    "jacqueline jacques jasmijn jasper jeanette jelle jennifer jeroen jessica jet joep johan johanna johannes",
    "john jolanda joost joris jos jose josephine joyce judith julia jurgen karel karim karin katja kees kevin",
    "khadija klaas koen laura leo leon leonie lianne lieke liesbeth linda lisa lisette loek lotte louis louise",
    "luc lucas lucia maaike maarten machteld manon marc marcel margriet maria marieke marijke marion marit marjan",
    "marjolein marloes martijn martin martine mehmet melanie menno merijn michael michel michiel mieke miranda",
    "mirjam mohamed mohammed monique murat mustafa nadia nancy natasja nathalie nel nick nico nicole niels nienke",
    "noor olaf olga otto pascal patricia patrick paul paula paulien peter petra philip piet pieter pietje pim",
    "rachel ralph ramon raymond reinier remco renate rene richard rick rob robert robin roel roeland roelof",
    "rogier roland rolf ronald rosa ruben rudolf ruud sabine samira sander sandra sanne sara sarah sebastiaan",
    "selma simone sjoerd sofie sonja stefan stephanie stijn suzan suzanne sylvia tamara tanja teun theo thijs",
    "thomas tijmen tineke tjeerd tom truus udo ursula valerie veerle vera victor vincent walter wendy wilhelmina",
    "willem wim wouter yasmin youssef yvette yvonne zeynep",
)
"""First names that are no word of their own."""

AFKORTINGEN = _set(
    "ab ad ai av ba bv bw cao cda cv db dpg eu ggd ggz hbo hr ict ivm ja kpi ma mbo mkb mt mvo nb nee nl nv nvt",
    "ob om or ov pga pm po ps pvda ro rtv rv sgp sp tno tv uwv vb vmbo vng vo vs vvd vwo wb wlz wmo wo wsw zzp",
)
"""Capitals that are no one's initials."""

GEEN_NAAM = _set(
    "aan afdeling alle als april augustus bank bedrijf bestuur bij board bronnen buurt bv centrum co college",
    "communicatie cultuur dan dat de december deze die dienst dienstverlening digitalisering dinsdag dit domein",
    "donderdag door dus duurzaamheid economie een elk elke en energie er europa europees europese februari",
    "financien fonds fysiek geen gemeente gemeentehuis het hoe hogeschool ieder ik in inkomen januari jeugd juli",
    "juni kamer klimaat laan learning maandag maar maart mei met ministerie ministeries mobiliteit na naar natuur",
    "nederland nederlands nederlandse netwerk niet nog noord november nu of oktober om onder onderwijs ook oost",
    "op open over participatie partij per personeel platform plein politie provincie raad regio rijk ruimte samen",
    "school september signaal sinds sociaal sociale sport stadhuis station stichting straat strategie team",
    "tijdens toen tot tussen twente u uit universiteit van vastgoed veiligheid vereniging volgens voor vrijdag",
    "waar want wat water waterschap we wel welzijn werk west wet wie wij wijk woensdag wonen word zaal zaterdag",
    "zo zondag zonder zorg zuid",
)
"""Words with a capital that start a sentence or name something else than a person."""

GEEN_MENS = tuple(
    sorted(
        _set(
            "agenda bad bank bedrijf bond brug buurt centrum club corporatie dienst domein dorp fonds gesprek",
            "groep haven huis lab loket markt museum nota overleg paal park pilot plan plein project programma",
            "punt raad ronde school sessie stad station stichting straat tafel team toren universiteit vereniging",
            "visie weg wet wijk zorg",
        )
    )
)
"""How words end that name a place, an organisation or a meeting."""
