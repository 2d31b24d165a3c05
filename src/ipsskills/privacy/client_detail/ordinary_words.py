"""Stems of ordinary English words: those of our own texts and of what businesses are called by.

Two capitalised words that are neither on any list nor ordinary are likely somebody's name, in
whatever language. See ``name_tokens.stem`` for what is cut off.
"""

from ipsskills.privacy.client_detail.listed import split_list

ORDINARY = split_list(
    """
    abilit abl about abov abroad absenc absorb abus accept acces accessibl accident accord
    account accurat achiev acknowledg acorn acros act action activ active activit actual adapt
    adaptation add addiction addition addres address adjust adjustment administration
    administrator admir admission admit admitt adult advanc adventur advert advertis advic advis
    advocat affect afford afraid afresh africa african aft afternoon afterward again against age
    agenc agenda ago agre agree agreement ahead aid aim air airport aisl alarm album alcohol
    alert alik aliv all allianc allotment allow allowanc almost alon along alongsid aloud alpha
    alphabetical alread also alter although alway amaz ambitiou ambulanc amend american among
    amount ampl analysi ancient and ang angel angr animal anniversar announc announcement annoy
    annual anonymis anonymou anoth answ answer antiqu anxiet anxiou any anybod anyon anyth anywa
    apart apolog apologis app appear appearanc appl appli applicabl applicant application apply
    appointe appointment apprentic apprenticeship approach approv approval arab arc arch arctic
    are area aren arena argu argument aris arm around arrang arrangement arriv arrival arrow
    artist asham asian asid ask aspir assertiv asses assess assessment asset assignment
    assistant association assum assumption atla atlantic atomic attach attack attempt attendanc
    attention attitud attorne attorney audio aunt author authorit autism autistic auto automatic
    automatical autumn averag avoid awa award awkward axi bab back background bad badg bag
    baggag bak baker balanc ball balloon band bank baptist bar barn barr barrel barri bas basic
    basket bath batter battl bay beacon bead bean bear beard beat beaut beautiful becam becaus
    becom bed bedtim bee beef been beer befor beforehand beg began begin beginn begun behalf
    behind being belief believ bell belong below bench benchmark bend beneath benefit bent
    bereavement besid best betray bett between beyond bicycl big biggest bik bin bind binn
    bipolar bird birth birthda biscuit bit bitt blackout blam blank blanket blast blaz blend
    blind block blog blood bloom blossom blu bluntnes blush board boardroom boat bod bold bolt
    bon bonu book bookkeep boom boost boot bootcamp bor bord born borrow bos both bottl bottom
    bought bound boundar boundles boutiqu bowl box boy brain brak branch brand bras brav breach
    bread break breakfast breath breez brew brick brid bridg brief bright brilliant bring
    british broad broadband brok broken broth brought brows brush bubbl bucket budd budget
    buffet bug build built bull bundl burden burg burn burnt bus busiest busines but butch butt
    butterf button buy buzz cabin cabinet cabl cak calculation calculator calendar call calm cam
    camera can canal cancel cancell cand candl cannot canteen canva cap capabilit capacit
    capital captain car caravan card care careful cargo caribbean carpent carpet carr carri
    carriag carry cart carton carv cas caseload cash castl casual cat catch cater catholic cattl
    caught caus caution ceil celebrat cell celtic cemeter cent centr centur cereal certain
    certificat chain chair challeng champion chanc chang channel chaotic chap chapt
    characteristic charg charit charm chart chas chat cheap check checklist cheek cheer cheerful
    chees chef chemist cherr ches chest chicken chief child childcar children chimp chimpanze
    chines chip chocolat choic choir choos chos chosen chrom church cinema circl circu
    circumstanc citadel citizen civic civil cla claim clas clash classic clean clear clearest
    clev client clinic clinical clinician clipboard clock clos close closenes closest closur
    cloth cloud clov clu club clust coach coal coat cobalt cocoa coconut cod coercion coffe cog
    coin cold colleagu collect collection colleg colour column com combin comet comfort comic
    comment commission commitment common communicat communication communit compan compar compas
    competenc competitiv complain complaint complet compulsor comput concept concern concert
    conciliation conclusion concret concurrent condition confidenc confident confidentialit
    confirm conflict confrontation connect connection consent consequenc conservation consid
    consider consult consultant consultation contact contain contest continental continu
    contract contribut contribution control convenienc convenient conversation convict
    conviction cook cool coordinat coordination coordinator cop copp cor coral corn correct
    correction corridor cos cosmic cost cottag cotton could council counsell count coupl couri
    cours courteou courtes cousin cov cover cow craft cran crash cream creation creativ creatur
    credibl credit creep crept crew crim criminal crisi crisp criticism crop cros cross crowd
    crown cruis cry crystal cub cultur cup curiosit curiou curr current curriculum curtain
    custom cut cycl dai dair damp danc dang dar dark dash dat data daught dawn day daytim deaf
    deal dealt dear debt decent decid decision deck declar declaration declin decoration
    deduction deep deer default defeat defenc defend defin definit definition degre dela delay
    delet delight deliver delux demand den dental dentist depend depot depression depth deput
    describ description desert deserv design desk dessert destin detail detain development devic
    diabet diagnos diagnosi diamond diar did diff differ differenc different difficult digital
    dignit dilemma dinn dip direct direction director dirt disabilit disabl disadvantag disagre
    disagree disagreement discharg disciplin disclosur disco discount discourag discover
    discrimination discus discuss discussion disguis dish dislik dismiss dismissal disord
    dispensar displa disput distanc distres disturb divid divin divorc dock doctor document doe
    dog doing doll dolphin domain domestic don donation donke door doorstep dos doubl doubt
    doubtful dov down draft drag dragon drain drama draw drawn dread dream dres drew drift drill
    drink driv drop dropp drows drowsines drug drum dry duck due dur dusk dust dut dynamic
    dynast each eag eagl ear earli earliest earn earth eas easi easiest eat echo eclips eco edg
    edition education effect effort egg eight eighteen eith eld elect electric elegant element
    elephant elevat eleven elit els elsewher email emb embarrass embass emerald emergenc empir
    employ employabilit employe employment empt encourag end energ enforc engag engagement engin
    english enhanc enigma enjoy enough enquir entertain entitl entr epic episod equal equalit
    equip equipment equit era essential estat estimat eternal ethic ethical ethnic ethnicit
    european even event ever evergreen everybod everyda everyon everyth evidenc evolv exact
    exampl excellenc excellent except exception exchang excitement exclusion excus executiv
    exercis exist exotic expect experienc expert explain explanation exploitativ explor expos
    expression extent extra extract eye eyebrow fabl fabric fac fact factor fad fail fair
    fairnes faithful falcon fall fallen fals fami famil familiar famou fanc fantas far fashion
    fast fath fatigu fault favour fear feast feath featur federal feedback feel feet fell fellow
    felt fenc fern ferr few fewest fibr fiction fiddl fidelit field fifteen fifth fight figur
    fil fill film filter fin final financ financial find fing finish fir firm first fish fit
    fitnes fitt fiv fix fixtur flag flagg flam flash flat flatmat flatt flatter fled fleet flex
    flexibl flight flint float flood floor flora florist flour flow fluid fly foam focu fog fold
    folk follow fondnes food fool foolish foot for forc forensic foretell forget fork forklift
    form formal format fort fortnight fortun forward found foundation fountain four fourteen fox
    fragranc fram framework frank fraud fre free freedom freight french frequenc frequent fresh
    friction fridg friend friendli frighten frog from front fruit fuel full fun function
    functional fund funn furth fus fusion fuss futur gadget gain galax galler gam gang gap garag
    garden garlic gas gat gath gather gav gear gearbox gem gend general generalist generation
    generou genesi geniu gent gentl genuin german get gett ghost giant gift girl giv giveawa
    giveaway given glaci glad glanc glas glob global gloom glor glossar glov glow glu goal goat
    goe going gold golden golf gon good goodby goos gospel gossip got govern government gown
    grac grad grain grammar grand grandchildren grandmoth granit grap graph graphic gras grav
    gravit graz gre great green grew grill grind grip groc grogg groom ground group grow growth
    guarante guard gues guess guest guid guidanc guidelin guild guilt guitar gulf gull guru
    habit had hairdress half halfwa hamm hand handl handov handwritten hang happ happen happi
    har harassment harbour hard hardest hardwar harm harmon harvest has hasn hat hatch hav haven
    hawk hawthorn hay hazard head headach headset heal health hear heard heart hearth heat heav
    heaven hedg hedgehog height held hello helm helmet help helplin her herb heritag hero heron
    herself hesitat hesitation hid hidden high hik him himself hindsight hindu hint hip hir his
    histor hiv hobb hol hold holida hollow hom homelessnes hone honest honorar hood hook hop
    hopeful horizon horn hors hospital host hot hotel hour hous household housekeep how howev
    hub hug humbl hunch hundr hungr hunt hurr hurt husband hut hydro hygien ice icon idea ideal
    identif identify identit ids ill illnes imag imagin immigration impact impairment impatienc
    imperial implementation implication importanc impossibl impression improv improvement
    inappropriat incapacit incentiv inch incident includ incom independenc indian indigo
    individual individualis induct induction inequalit infinit inform information inherit ink
    inn innovation insid insight inspir instanc instant instead instinct instruction insuranc
    integrat integration integrit intend intens intention interaction interest internet
    interpret intervention interview into introduc introduction invent invest invit invitation
    involv irish iron irritation island isn issu italian item its itself ivor jacket jam jar
    jargon jazz jel jet jewel jeweller jewish job join joiner joint jok jol journal journe joy
    judg judgement juic jump junction jungl junior jupit just keen keep kennel kept kettl key
    kickstart kid kin kind kindnes kingdom kit kitchen kiwi knew knif knit knock know knowledg
    known lab label labell labour lac lack lad ladd laid lain lak laminat lamp land landlord
    landmark landscap languag lantern lanyard laps laptop larg lark las last lat late latenes
    latest laugh launch laundr laurel lava lavend law lawful lawn lawy lay lead leadership leaf
    leaflet leak lean leap learn least leath leav lectur led left legac legal legend legislation
    legitimat leisur lemon length lent leopard les lessen lesson let lett level liabilit libert
    librar licenc licens lie lif lift light lightn lik like likeliest lim limit lin linen link
    lion liquid list listen literatur littl liv live loaf loan loav lobst local lock lodg loft
    log logg logic login lon long longest look loop lord los loss lost lot lotu loud lov love
    low lowest loyal loyalt luck luggag lunar lunch lunchtim lung lux luxur lying machin
    machiner mad magic magnet magnolia main maintain major mak man manag mandator mango mann
    manor map mapl mar marbl marin mark market marque marsh marvellou mask mast mat match
    material maternit matrix matt may maz meadow meal mean meant measur meat mechanic medal
    media medical medication medicin medieval meet mega melod memb memor mend mental mention
    mentor menu merc merchant mercur merit mermaid merr mes messag met meta metal methodist metr
    metro mid middl midnight might mil mild militar milk mill million min mind mineral mini
    minibu minimum ministr mint minut miracl mirror mis misheard misl mislead miss mission mist
    mistak misunderstand misunderstood misus mix mobil mock mod model modern molecul moment
    momentum mone monitor monke monst month mood moon moor mopp mor morn mortgag mosaic most
    moth motion motivat motivation motor mountain mous mouth mov mow much muck mud muddl muffin
    multi multip mum muscl museum mushroom music muslim must mutual myself myster nak nam name
    napkin narrow nation national nativ natur natural nautical nav near nearb nearest neat
    neatest nectar need needles neglect neighbour neith nerv nervou nest net network
    neurodivergent neurodiversit neutral nev new newcom newspap next nic nickel niec night nimbl
    nin ninet nineteen nobl nobod nod nois non noodl noon nor nordic normal nors nos not
    notebook noth notic nova novel now nowher nuclear numb nurs nurser nut nutritional oak oasi
    oat obey object objection observ observation obstacl obviou obvious occasion occupation
    occupational ocean octagon odd off offenc offer offic official often oil old oliv olympic
    omega onc one oneself ongo onion onl onlin onto onward onyx opal open opennes opera opinion
    opportunit optical option optional orang orbit orchard orchid ord ordinar organic organis
    organisation origin original orion ospre oth otherwis ott ought our ourselv out outcom
    outdoor outlet outlin outliv outlook outrank outreach outright outset outsid oval oven over
    overall overclaim overlap overlook overnight overpayment overrul oversea owe owed owl own
    oyst pac pacific pack packag paddl paddock pag paid pain painful paint pair palac pallet
    palm pan panda panel panth pap paperwork parad paradis paragraph parallel parcel parent
    parental park parrot part partial participant particular partn pas pass passag passion
    passionat passport password past pasta pastr patch paternit path patient patio pattern paus
    pavement pay payda payment payroll payslip peac peach peacock peak pear pebbl pedal peer
    pelican pen penalt pencil pend penguin pension peopl pep pepp per perfect performanc perfum
    perhap period permanent permission permitt person personal personalis personnel persuad pet
    petal petrol pharmac pharmacist phas phoenix phon photo phras physical physio
    physiotherapist piano pick pictur pie piec pig pigeon pilot pin pink pione pip pirat pit
    pitch pizza pla plac placement plain plan planet plank plann plant plat platinum play plaza
    pleas pleasant pleasur plent plough plu plug plum pocket podcast poem poet point pol polic
    polish polit polite polo pon pond pool poor pop popp popular population porcelain port
    portal positiv possibl post postcod postman potato potter pound pour pow powd practic
    practical practis prais pray pref preferab preferenc preferr prejudic premi premis premium
    prepar preparation pres prescrib prescription present presentation press pressur presum
    pretend prett preview pric prid prim primar princes principal principl print priorit prism
    prison privac privat priz pro probab probation problem procedur proces produc product
    profession professional profil profit programm progres prom promis promot promotion prompt
    proof prop proper propos prosp prospect protect protection proud prov provid psychiatric
    psychiatrist psychological psychologist psychosi pub public publish pull puls pump pumpkin
    punish pupp pur purpl purpos purs push put putt puzzl pyramid quak qualifi qualification
    qualit quart quartz quest question questionnair queu quick quiet quietest quilt quit quiz
    quot rabbit rac racial radar radiant radio raft rain rainbow rais ran ranch rang rank rapid
    rat rath ratio rational raven ray reach react reaction read readines real rearrang reason
    reasonab reasonabl reasses rebel recall receiv recent reception receptionist recognis
    recommend record recov recover recruit recruitment reduc reduction reef reel ref refere
    referenc referr referral reflect reflection reflectiv refug refuge refus refusal regain
    regal regent regi region regist regroup regular regulator rehabilitation rehears rehearsal
    rehir reject rejection rel rela relaps relationship relativ relax relevant reliabilit
    reliabl relief reliev relish rely remain remark rememb remember remot remov renew rent
    reopen rep repair repeat repl replac replacement report representativ reproach request
    requir rescu research reserv reshap resign resist resort respect respond respons rest
    restart result retail retention retreat return reunion reveal revers review revis reviv
    revolution reword rework rewrit rewritten rhythm ribbon ric rid ridg right ring ris risk riv
    rival road roast robot rock rocket rod rodeo rol roll romanc romanian roof room root rop ros
    rota rotat rough round rout routin rov row royal rub rubb rucksack rud rug rugb rul run rung
    runn rural rush rustic sabl sad saddl saf safari safe safeguard safet saffron sag sail
    sailor sak sal salad salmon salon salt sam sampl sand sandwich sapphir sat satin sauc sav
    savag savour saw say scal scam scarc scen scenic scent schem schizophrenia school scienc
    scoop scor scottish scout scrap screen screw script sculptur seal search season seasonal
    seat second secondar secret section secur securit see seed seem seen seldom select selection
    self sell send senior sens sensibl sensor sent sentenc separat separate sequenc seriou
    serious serv servic session set setback sett settl seven sever several sex sexual shad
    shadow shak shall sham shap shar shark sharp sharpen she shed sheep sheet shell shelv
    shepherd shield shift shin ship shir shirt sho shock shoot shop shoplift shopp shor short
    shortag shorten shortest shorthand should shout show shown showroom shrimp shrink shrug
    shrunk shut shuttl sick sicknes sid sieg sift sigh sight sign signal signatur significant
    sikh silenc silent silk silv similar simp simpl sinc sing singl sist sit sitt situation six
    sixt sixteen siz skat sketch ski skill skin skip sky sleep slept slic slid slight slim slip
    slipp slot slow slowest small smallest smart smell smil smok smooth snack snail snak snow
    soap socc social sock sofa soft soften softwar soil sol solar solid solo solution solv som
    somebod someon someth somewher son song sonic soon soonest sooth sorr sort sought soul sound
    soup sourc spa spac spad spanish spar spark sparrow spe speak special specialist specific
    spectrum sped speech spell spelt spend spent spic spid spin spiral spirit spit splash split
    spok spoken spong sponsor spoon sport spot spott spr spra spread spreadsheet spruc squeez
    sta stabl stack staff stag stair stak stal stall stallion stamina stamp stanc stand standard
    star stark start stat statement station statistic statu statutor stay stead steak steal
    steam steel steer stellar stem step stepp sterl stick stigma still sting stitch stock stolen
    ston stood stop stopp stor storag storm stov str stra straight strain strand strang strateg
    strategic straw strawberr stream street strength stres stretch strict strictest strid strik
    strip strong strongest stuck stud student studio study stuff stumbl stung styl subject
    substanc substantial succes success such sudden suff sugar suggest suggestion suicid suit
    suitcas sum summ summar sun sunn sunris sunset sunshin sup supermarket supervis supervision
    supervisor suppl suppli support suprem sur surf surpris surve survey surviv suspect suspend
    swa swan swap swapp swear sweet swift swim switch sword sympath symphon symptom system tabl
    tablecloth tablet tackl tact tail tailor tak taken tal talent talk tall tap taper tapp
    target tart task tast tattoo taught tavern tax taxi tea teach teak team tear tearful teas
    tech technician teenag tell temp temporar tempt ten tenanc tend tenni tent term terminal
    terra test text textil thai than thank that thatch the their them themselv then ther therap
    therapist thes thi thin thing think third thirt thirteen thistl thorn thos though thought
    thre thread threat threshold thrift thrill through thumb thund thursda tick ticket tid tie
    tied tig til till tilt tim timb timelin timetabl tin tip tipp tir tirednes titan titl toast
    toda togeth told tomato tomorrow ton tonight too took tool top topic torch total totem touch
    tough tour tow toward towel town toy tra trac track tractor trad traditional traffic
    traffick trail train traine transit trap trauma travel travell tray tre treasur treat
    treatment trend tri trial trib tribunal tribut trident trigg trim trio trip tripl triumph
    trolle troph tropical troubl tru truck trumpet trust truth truthful try tulip tuna tunnel
    turbo turkish turn turnov turtl twelv twent twic twin twist two typ typefac tyr ultimat
    ultra umbrella unabl unadvertis unanswer uncertain uncl und underlin understand understood
    undertak undon uneas uneven unfair unhapp unhelpful unhurri unicorn uniform union uniqu unit
    unkempt unlawful unles unlik unlimit unmotivat unpaid unread unsaf unsaid unseen unsettl
    unsign unspent unspoken unsur untest until untouch untri untru untruth unwash unwell unwis
    unwritten updat upload upp ups upset upstair upward urban urg urgenc urgent use used useful
    useles user using usual vacanc vacant vagu valiant valu van vanguard vanilla vanish var vari
    variet vary vault vector vegan vegetabl vehicl velvet ventur venu ver verb verdict verg
    version vet vett vib vic victor video view vignett villag vin vintag vinyl violet virtual
    visibl vision visit visitor vista vital vivid vocational voic voicemail volcano volt
    voluntar volunte volunteer vot vouch voyag wag wagon wagtail wait wak walk wall walnut want
    war ward warehous warines warm warmth warn warrior was wash wasn wast wat watch wav wax way
    weak weaken weakest wear weath web websit wedd weed week weekda weekend weigh weight welcom
    weld welfar well wellbe wellnes welsh went wer wet whal wharf what whatev wheat wheel when
    whenev wher wherev wheth which whichev whil whisk whistleblow whit who whoev whol wholesal
    wholesom whom whos why wick wid widen wif wild will willow win wind window wing winn wint
    wip wir wis wisdom wise wish with withdraw withdrawn within without wizard wobbl wolf woman
    won wond wood wooden wool word work workload workmat workplac workshop world worn worr worri
    wors worst worth would wouldn wrap wreath writ written wrong wrot xra yacht yard year yellow
    yes yet yoga yogurt you young your yourself zebra zen zero zest zip zon zoo
    """
)
