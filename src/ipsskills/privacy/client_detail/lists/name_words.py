"""Words that are no part of a person's name: those of notes, organisations and places.

All words are folded: lower case, without accents.
"""

from ipsskills.privacy.client_detail.lists.listed import split_list

# Words of notes and calendars: a name ends before them and begins after them.
NOT_NAMES = split_list(
    """
    a about access act admin after afternoon again agreed all also an and any anyone apologies
    april are around as asap ask asked asking at august autumn aye back bank be because before
    being best better big black both briefing but by call called came can cannot case caseload
    chased cheers christmas client client's clients community competence could cv dad dear
    december did diwali do does doing done during each easter eid either else email emailed
    employer employers employment ended engagement every everyone excel explained february
    feedback felt few fidelity first for four friday from full fyi gave general get gets go goal
    goals going good got had happy has have he hello helped helping her here hers hi him himself
    his hmm how i if in independent individual into is it its january job jobs july june just
    keep kept last late left let level like long looked lot made march may me meeting mental
    messaged met microsoft might miss model monday more morning most mr mrs ms mum must mx my nb
    need never new next no nobody nope not note notes november now october of off offered oh ok
    okay on one onto or our out outlook over paid part pay peer per permitted phone phoned
    placement plan planned please power practice printed put quarter ramadan rang re read
    reading ready real really referred review rights ring ringing role said saturday saw says
    section see seeing seen senior sent september session shadowed shall she should since sir so
    some someone sorry spent spoke spring still summer sunday supervision support supported
    supporting ta talked teams telling texted than thank thanks thankyou that the their them
    then there these they this those though three thursday time to today told tomorrow too took
    training travel tried tuesday two under unit universal up updated us use used version very
    via visit visited vocational volunteer wait waiting was way we wednesday week weekend well
    went were what when where which while who whom whose why will winter with word worked
    working would wow wrote yeah yep yes yesterday you your yours zoom
    """
)

# Words that make the capitalised words around them an organisation, a job, a paper or a place.
ORGANISATION = split_list(
    """
    academy acute advice adviser advisor agency agenda airport albion ambulance app arms art
    association athletic authority award awards bakery balti bar barbers bay beach beer bill
    bistro board books boutique brasserie brewery brewing bridal bros brothers building
    buildings burger bus butcher butchers cafe camp campus canal capacity car care careers
    caring carpets carvery carwash catering cathedral causeway center central centre centres
    certificate chapel charity chef chemist chemists chicken chippy chophouse church cinema cite
    citizens city cleaners cleaning clinic close club coach coast code coffee collective college
    college's committee company computer concern conference confident construction coordinator
    council counselling country county couriers course court credit crisis cycles dairy deli
    delivery dental department depot development diner dining diploma direct director disability
    district dock docks doctor dragon drive east education electrical electricals elm
    engineering england enterprise enterprises estate europe express factory fair farm farms
    fashion fayre festival fire fish fitness flooring flowers food foods football forest form
    forum foundation fried friends fund furniture gallery garage garden gardens gateway gp
    grammar grange great greater grill grills group grove guide gym hair haircare hall haulage
    head health heights high highways holiday home homes hospice hospital hospitals hostel hotel
    house housing hq hub human hut improvement industrial industries infirmary inn institute
    insurance interiors international ireland island islands isle italian joiners joinery kebab
    kebabs kitchen kitchens laboratory lake land lane laundry law leaflet learning leeds
    leicester leisure library limited line liverpool living lodge logistics london lottery
    lounge lower ltd mail maintenance manager manchester manufacturing market media medical
    memorial menswear mews middle mill mills minister ministry mission mosque motors mountain
    museum music nails national network newcastle newsagents nhs noodle noodles north northern
    nottingham nurse nurseries nursery nursing occupational office officer online optical
    optician opticians orchestra outfitters outlet outreach oxford packaging palace papers
    parade parcel partners partnership pawnbrokers peninsula petcare pharmacy photography pizza
    pizzeria place plastics platform plc plumbers plumbing point police port post practice press
    primary prison probation produce profile programme programmes project projects properties
    property pub pubs quality quay rail railway recovery recruitment red region rehab
    rehabilitation removals renewals rentals repairs report resources restaurant retail river
    road roastery roofing room rooms rovers royal safety salon saloon sandwiches scaffolding
    scale scheme school schools science scotland sea secondary security service services shed
    shelter ship shipping shoes shop shops sixth social society solicitors solutions sons south
    southern spa spice sports square st stables stadium staff state statement station steakhouse
    store stores strategy street students studio studios supermarket supplies surgery survey
    sushi system systems takeaway takeaways tandoori tavern taverna taxis tea team tearoom
    tearooms technical technologies technology temple terminal terrace thai theatre therapies
    therapist therapy tiles timber toys trades trading trail transport trattoria travel
    treatment trial tribunal trust tyre tyres union unions united university upon upper vale
    valley vets view village visitor volunteers wales wanderers ward wards warehouse warehousing
    water wellbeing wellness west western wharf wholesale wing wok wood workers works workshop
    workshops world yard yorkshire youth zone
    """
)

# Before these words, a first name that many streets and places bear is a place's: Victoria Park.
PLACE_ENDS = split_list(
    """
    banks beach black bridge brook common corner creek cross day downs end falls field fields
    ford gate green grove harbor harbour heath hill hills junction king lake lakes lee meadow
    meadows mesa moor nelson page park parks place point pool rock rose springs stone town
    township trading valley wells west white woods
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

# First names that are other words as well: they need a surname that looks like one behind them.
ALSO_WORDS = split_list(
    """
    amber april art august aurora autumn bill bo bob cherry clay cliff coral crystal daisy dale
    dawn dean drew earl eden ella eve faith flora florence frank gene georgia ginger glen grace
    grant gus guy harmony hope hunter iris ivy jade jasmine jay jewel joy june justice kent kit
    lance leo lily lincoln major marina mark mason max may mercy miles mo nick norm olive paris
    pat patience pearl penny poppy precious preston queenie ray rich rob robin rock rod rose
    rowan ruby rusty said sky skye sol sterling sue summer sunny tom trinity troy tuesday
    victoria violet wade ward will willow winter
    """
)

# Words in small letters inside a name: Vincent van Gogh.
PARTICLES = split_list(
    """
    ab al ap bin bint da das de del della den der di dos du el ferch ibn la le ni nic ní te ten
    ter ui uí van von zu
    """
)
TITLES = split_list(
    """
    dr miss mister mr mrs ms mx prof professor
    """
)

# Surnames that are common words: in small letters they are taken for the words.
COMMON_WORDS = split_list(
    """
    ash baker ball band banks barber bass battle beach bean berry best bland block bloom blue
    bond branch brand bravo bright bunch burger burns bush call camp carter case cash castle
    champion chase cheek chin christian christmas church clay coats colon combs cook cope coral
    cotton couch craft crews cross crouch crow curry day deal dean diamond do dodge dow downs
    drew duff dye easter eddy elder english fair field fish flood flowers forbes ford foster
    fountain freeman friday friend frost fry fuller gage gardener gardner gates gay german
    givens glass gold golden good gore gross grove ha hale ham hammer hand harden harding hatch
    hay he head heard helms her hide high hood hooks hope horn house howe huff hull hunt hurt
    irish islam jack joiner jolly june justice keen key keys kirk lake lamb land law lay leach
    lee li light lim link little long lord love lowe ma madden major manning marks martin
    masters may meadows means miles minor mock monday moody moon nash noble north oh pace pack
    page paid pan park pate patience pearl peck people person petty pike pole pool poole porter
    post pound power powers price prince queen quick reach read reed rice rich riddle rider
    rising roach roast rock root royal ruling rush rushing sands seals sears self sharp shaver
    sheets short silver small smart snow son song sparks spears spencer staples stark sterling
    stern steward stout street strong summers sun sweet swift tan taylor temple urban villa wade
    walks wall walls ward warden weeks well welsh wilder will winter wise wolf work workman
    young
    """
)

# What words that are put together at work end in: fitnote, jobcentre, buspass.
ENDS_OF_COMPOUNDS = split_list(
    """
    bank book call card centre chat check file form forms job line list mail note notes pass plan
    room search sheet shop start trial work
    """
)
