"""Words that are no part of a person's name: those of notes, organisations and places.

All words are folded: lower case, without accents.
"""

from ipsskills.privacy.client_detail.listed import split_list

# Words of notes and calendars: a name ends before them and begins after them.
NOT_NAMES = split_list(
    """
    a about access act admin after afternoon again agreed all also an and apologies april are
    around as ask asked asking at august autumn back bank be because before best better big
    black both briefing but by call called came can case caseload chased christmas client
    client's clients community competence could cv dad december did diwali do does done easter
    eid email emailed employer employers employment ended engagement excel explained february
    feedback felt few fidelity first for four friday from full gave general get go goal goals
    going good got had happy have he helped helping her here his how i if in independent
    individual is it its january job jobs july june just last late left let level like long
    looked made march may me meeting mental messaged met microsoft miss model monday more
    morning most mr mrs ms mum mx my need never new next no not note notes november now october
    of off offered on one or our out outlook paid part pay peer permitted phone phoned placement
    plan planned power practice printed put quarter ramadan rang re read reading ready real
    really referred review rights ring ringing role said saturday saw section see seeing seen
    senior sent september session shadowed she since so some spent spoke spring still summer
    sunday supervision support supported supporting talked teams telling texted thanks that the
    their them then they this three thursday time to today told tomorrow took training travel
    tried tuesday two unit universal up updated us use used version visit visited vocational
    volunteer wait waiting was we wednesday week weekend well went were what when where which
    who why will winter with word worked working would wrote yes yesterday you your zoom
    """
)

# Words that make the capitalised words around them an organisation, a job, a paper or a place.
ORGANISATION = split_list(
    """
    academy acute advice adviser advisor agency agenda airport ambulance app arms art
    association authority award awards bakery bar barbers bay beach beer bill board books
    brewery bros brothers building buildings bus cafe camp campus canal capacity car care
    careers caring carpets carwash catering cathedral causeway center central centre centres
    certificate chapel charity chef chemist chemists church cinema cite citizens city cleaners
    cleaning clinic close club coach coast code coffee collective college college's committee
    company computer concern conference confident construction coordinator council counselling
    country county course court credit crisis dairy deli delivery dental department depot
    development diploma direct director disability district dock docks doctor drive east
    education electrical elm engineering england enterprise enterprises estate europe express
    factory fair farm farms fashion festival fire fitness flowers food foods football forest
    form forum foundation friends fund furniture gallery garage garden gardens gateway gp
    grammar grange great greater group grove guide gym hair haircare hall head health heights
    high highways holiday home homes hospice hospital hospitals hostel hotel house housing hq
    hub human improvement industrial industries infirmary inn institute insurance interiors
    international ireland island islands isle joinery kebab kitchen kitchens laboratory lake
    land lane laundry law leaflet learning leeds leicester leisure library limited line
    liverpool living lodge logistics london lottery lounge lower ltd mail maintenance manager
    manchester manufacturing market media medical memorial mews middle mill mills minister
    ministry mission mosque motors mountain museum music nails national network newcastle
    newsagents nhs north northern nottingham nurse nurseries nursery nursing occupational office
    officer online optician opticians outreach oxford packaging papers parade parcel partners
    partnership peninsula pharmacy photography pizza place plastics platform plc plumbing point
    police port post practice press primary prison probation profile programme programmes
    project projects properties property pub pubs quality quay rail railway recovery recruitment
    red region rehab rehabilitation removals renewals rentals repairs report resources
    restaurant retail river road roofing room rooms royal safety salon saloon sandwiches scale
    scheme school schools science scotland sea secondary security service services shed shelter
    ship shipping shoes shop shops sixth social society solicitors solutions sons south southern
    spa sports square st stables stadium staff state statement station store stores strategy
    street students studio studios supermarket supplies surgery survey sushi system systems
    tavern taxis tea team technical technologies technology temple terminal terrace theatre
    therapies therapist therapy timber toys trades trading trail transport travel treatment
    trial tribunal trust tyres union unions united university upon upper vale valley vets view
    village visitor volunteers wales ward wards warehouse warehousing water wellbeing wellness
    west western wharf wholesale wing wood workers works workshop workshops world yard yorkshire
    youth zone
    """
)

# Before these words, a first name that many streets and places bear is a place's: Victoria Park.
PLACE_ENDS = split_list(
    """
    banks black bridge brook cross day field fields ford gate green hill hills king lee meadow
    nelson page park parks place pool rose stone town wells west white woods
    """
)
NAMES_OF_PLACES = split_list(
    """
    albert alexandra alfred anne arthur ben bernard catherine charles charlotte clarence edward
    elizabeth florence francis frederick george harold henry horace james john leonard mary
    nelson norman oliver oscar percy prince regent robert sandy simon stanley stephen tudor
    victoria wilfred william winston
    """
)
# Words before capitalised words that make them a place's or an organisation's name.
BEFORE_PLACES = split_list(
    """
    bishop cardinal castle duchess duke earl emperor fort general king king's lady lake lord
    marquis mount port prince princess queen queen's royal saint san santa sir st
    """
)

# Businesses and other things that are called like people. A name that many people bear is not
# among them, brewery or not: a client who is called so matters more.
CALLED_LIKE_PEOPLE = split_list(
    """
    alexander dennis | alexander mcqueen | allen carr | andrew page | ann summers | anne summers
    | arnold clark | austin reed | ben jerry | ben sherman | bernard matthews | betty crocker |
    billy bragg | calvin klein | charles clinkard | charles tyrwhitt | charlie bigham |
    christian dior | clarks village | clinton cards | dan murphy | daniel thwaites | david lloyd
    | dennis eagle | donna karan | dorothy perkins | dr martens | duncan toplis | eddie stobart
    | edwin james | ernest doe | ernest jones | florence nightingale | frank roberts | frankie
    benny | fred perry | geoffrey robinson | george bernard | george davies | grant thornton |
    hardy fisher | harry ramsden | harry ramsdens | harvey nichols | henry boot | henry schein |
    hobbs house | hugo boss | j d wetherspoon | jack daniels | jack wills | james hall | james
    latham | james walker | jd wetherspoon | jo malone | joe browns | joe coffee | joe wicks |
    john deere | john laing | john lewis | john menzies | john smedley | jojo maman | karen
    millen | kate spade | kurt geiger | laura ashley | lee cooper | leonard cheshire | lewis
    silkin | lloyds bank | louis vuitton | lyle scott | marie curie | marks spencer | martin
    mccoll | mary portas | mary seacole | max factor | max spielmann | michael kors | michael
    page | miller carter | miller homes | morgan sindall | morgan stanley | neil robertson |
    oliver bonas | owen mumford | paddy power | patrick parsons | paul smith | peter jones |
    philip morris | phillip kingsley | phoebe philo | pret a manger | rachel allan | ralph
    lauren | ray ban | robert dyas | robert half | robert thorne | robert walters | roger dubuis
    | rolls royce | russell hobbs | sam smiths | scott bader | shaw trust | sir robert mcalpine
    | stella mccartney | stephen james | taylor wimpey | ted baker | terence higgins | terrence
    higgins | thomas cook | thomas international | thomas pink | thomas sanderson | timothy
    taylor | tom ford | tom tom | tommy hilfiger | travis perkins | vera wang | victoria wine |
    vivienne westwood | walter smith | warren james | wayne fueller | william hill | william
    morrison | wilson james | winston churchill
    """,
    "|",
)

# Surnames that are common words: in small letters they are taken for the words.
COMMON_WORDS = split_list(
    """
    archer baker banks barber bell berry bird bishop black bond booth brooks brown bush butler
    carter chambers church cook cooper cross day dean dow english field finch fisher forbes ford
    foster fox freeman frost fuller gardener gardner gill gray green hall harding hardy heath
    high hill holt hooper howe hunt hunter islam king kirk knight lamb lane lee li lim little
    long love lowe marsh martin mason may miles miller mills moss nash newman noble page paid
    palmer park parks patience peacock pearl pike pole pool poole pope porter potter pound power
    price read reed rice rich rose rush sharp shepherd short skinner slater small smart spencer
    stone street summers swift tan tanner taylor thorn turner walker wall walls ward warden
    waters weaver webb weir well wells west wheeler white will winter wise wood woods wright
    young
    """
)
