"""Short lists that tell names from other capitalised words. Ours, from common knowledge.

They lean towards names that are common in the United Kingdom in all its communities. They are by
no means whole; ``names`` has other signs to go by as well. All words are folded: lower case,
without accents.
"""

from ipsskills.privacy.client_detail.listed import split_list

# First names that are hardly ever anything else in a note.
GIVEN = split_list(
    """
    aaliyah aaron abbas abby abdi abdul abdulla abdullah abel abena abigail abiola abraham abu
    ada adaeze adam adamu adaora ade adebayo adele adeola adewale adil aditi aditya adnan adrian
    adriana agata agnes agnieszka ahmad ahmed aidan aileen ailsa aiman aimee aisha aishah
    aisling ajay akash akinyi akosua akua alan alana alasdair alastair albert alberto aled
    alejandro aleksander aleksandra alena alessandro alex alexander alexandra alexandru alexis
    alfie alfred ali alice alicia alicja alina alisha alison alistair allan alma alun alwyn
    alyssa ama amadou amanda amara amarjit amelia amina aminata amir amira amit amna amrit amy
    ana anais anastasia anca anders andre andrea andreea andrei andrej andrew andrzej andy
    aneesa aneta angela angelica angharad angus anil anisa anita anjali ankit ann anna annabel
    anne annette annie anthony antoine anton antonia antonio antony anwar aoife apinya arash
    archie arianna arif arjun armando arnold arthur artur arturo arvind asad asha ashley ashok
    ashraf asif asma astrid ata athena aubrey audrey aurel aurelia avni axel ayaan ayaz ayesha
    ayo ayodele ayse aysha azadeh aziz babajide babatunde bahar balint baljit balwinder barbara
    barry bartek bartosz basil beata beatrice beatriz becky belinda ben benedict benjamin
    bernadette bernard beth bethan bethany betty beverley bhavna bianca bilal bill billy binta
    blessing bogdan boris brandon branwen brenda brendan brian bridget bronwen bruno bryan bryn
    bukola burak caitlin cal callum calum cameron camilla candice carl carla carlos carmen carol
    carole carolina caroline carolyn carrie carwyn carys catalina caterina cathal catherine
    cathy catrin catriona cecilia celia celine ceri chandra chanel chantelle charlene charles
    charlie charlotte chelsea cheryl chiamaka chiara chidi chidinma chike chinedu chinonso
    chinwe chioma chloe chris christian christina christine christopher chukwu chukwudi
    chukwuemeka ciara ciaran cillian cindy claire clara clare clarissa claude claudia claudiu
    cliff clifford clive clodagh colette colin colleen collette connor conor constance
    constantin cora corey corinne cormac cornelia cosmin craig cristian cristina curtis cynthia
    cyril dafydd daisy damian damien damilola damon dan dana daniel daniela danielle danny
    daphne daria dario darius dariusz darko darragh darren dave david dawid dean debbie deborah
    declan deepa deepak deirdre delroy delyth demetrius denis denise dennis derek derrick
    desmond devi dewi dexter diana diane diarmuid diego dieter dilip dilys dimitar dimitri
    dimitris dinesh dipak divya dmitri dolores dominic dominik dominika donald donna donovan
    doreen doris dorota dorothy doug douglas duncan dwayne dylan dympna eamon eamonn ebony ebru
    eddie edgar edith edmund eduardo edward edwin edyta efe efua eileen eilidh eimear eira
    eirlys elaine eleanor elena eleni elham elias elif elijah elin eliot elisa elizabeth ella
    ellen ellie elliot elliott eloise elsie elspeth elvis elzbieta emeka emeline emil emilia
    emily emine emma emmanuel emre emrys enda endri eniola enrique eoghan eoin eric erica erik
    erika erin ernest errol esi esme esra esther etta eugene eugenia eunice eva evan evans eve
    evelina evelyn ewa ewan ezekiel ezra fabian fadi fadumo faisal faith farah fares farhad
    farhan farid fatema fatima fatimah fatma fatou fatoumata fay faye fearghal federico felicity
    felipe felix fergus fernanda fernando ffion filip finlay finn finnian fiona fionn flavia
    fleur folake folasade francesca francesco francis francisco franco franklin fred freda
    freddie frederick freya gabriel gabriela gabrielle gail ganesh gareth gary gavin gavriil
    gaynor gemma geoff geoffrey george georgia georgina georgios geraint gerald geraldine gerard
    gerry ghulam gianluca giles gillian gina giorgio giovanni gisele gita gladys glen glenda
    glenn gloria glynis godfrey gordon gosia graham grainne grant greg gregor gregory greta
    grzegorz guillaume gulsen guo gurdeep gurpreet gwen gwendolyn gwyn gwyneth habib habiba
    hadiza hafsa haifa hakan halima halina hamid hamish hamza hana hanan hanif hank hannah
    harjit harleen harold harpreet harriet harris harry harsh harvey hasan hassan hatice hayden
    haydn hayley hazel heather hector heidi helen helena henrik henry herbert hilary hilda
    hiroshi hodan holly horace howard howell hugh hugo humaira husain hussain hussein huw hywel
    iain ian ibrahim idris ieuan ifan ife ifeanyi ifeoma ifor ignacy igor ilhan ilona ilyas
    imani imogen imran ines ingrid innocent ioan ioana ion iona irena irene irfan irina iris
    isaac isabel isabella isabelle isha ishaan isla ismail israel istvan ivan ivana iveta iwan
    iwona izabela jabari jabu jack jackie jacob jacqueline jacques jade jagdeep jaime jake jakub
    jamal james jamie jamila jan jana jane janet janette janice janine janusz jared jarek
    jaroslaw jasmin jasmine jason jaspreet jaswinder javed javier jay jaya jayden jayne jean
    jeanette jeff jeffrey jelena jemima jemma jen jennifer jenny jens jeremiah jeremy jermaine
    jerome jerzy jesse jessica jessie jesus jill jim jimmy jin jing joan joana joann joanna
    joanne joao jodie joe joel johan johann johanna john johnny jolanta jon jonas jonathan jonny
    jordan jorge jose josef joseph josephine josh joshua josiah joyce juan juanita judith judy
    julia julian juliana julie juliet justin justina justyna jyoti kabir kadiatou kaitlin kaja
    kalpana kamal kamil kamila kamran karen karim karin karl karol karolina kasia kasim kastriot
    katarzyna kate katerina kath katharine katherine kathleen kathryn kathy katie katja katrina
    kavita kay kayla kayleigh keeley keira keisha keith kelechi kellie kelly kelvin ken kenneth
    kenny kerri kerry ketan kevin khadija khadra khalid khalil kieran kim kimberley kiran
    kirsten kirstin kirsty klara klaudia kofi kojo kolawole konrad krishna kristian kristina
    kristof krystyna krzysztof kuldip kunle kwabena kwaku kwame kwasi kyle kylie lachlan ladan
    laila lakshmi lamin lana lara larissa larry lars latif latisha laura lauren laurence
    lawrence layla leah leanne lee leila lena leo leon leona leonard leonardo leroy lesley
    leslie leszek lewis liam lidia lila lilian lillian lily lina linda lindsay lindsey lionel
    lisa liz liza lizzie llew llinos lloyd logan lola lorenzo loretta lorna lorraine lottie lou
    louis louisa louise luca lucas lucia lucian lucie lucinda lucy ludmila luigi luis luisa
    lukasz luke luther lydia lyn lynda lynette lynn lynne lyudmila maame mabel maciej maddie
    madeleine madison maeve magda magdalena magnus mahad maham mahmoud mahmud mairead mairi
    malachy malcolm malgorzata malik mandeep mandy manjit manoj manuel mara marc marcel marcela
    marcin marco marcus marek margaret margarita maria mariam mariama mariana marianne marie
    marilyn marina mario marion marius mariusz marjorie marlon marta martha martin martina
    martyn maruf marvin mary maryam masoud mateo mateusz matilda matt matteo matthew maud maura
    maureen maurice mauro mavis maxine maxwell maya mbali meera megan mehdi mehmet mei mel
    melanie melissa melvin mercedes meredith merve mervyn mhairi mia michael michaela michal
    micheal michele michelle miguel mihaela mihai mike mikolaj mila milan mildred milena miles
    millicent milos mina ming minh mira miranda mirela miriam miroslav mo mohamad mohamed
    mohammad mohammed mohan mohsin moira molly mona monica monika morag morgan morwenna moses
    mostafa muhammad muhammed muna munira murat muriel murray musa mustafa myfanwy myles myra
    myrtle nadeem nadia nadine naeem naomi narges nasir nasra nasreen natalia natalie nataliya
    natasha nathan nathaniel navdeep naveed navya nazanin neil nell nelson nerys nesta ngozi nia
    niall niamh nicholas nick nicky nicola nicolae nicolas nicole nigel nikhil nikita nikki
    nikola nikolai nikolaos nimo nina niraj nisha nita nkechi nneka noah noel nokuthula nomsa
    noor nora norma norman nosheen nuala nur nuria nyasha oana obinna octavia odhran oisin ola
    olabisi olamide oleg oleksandr olena olga oliver olivia olu olumide oluwaseun oluwatobi
    olwen omar omolara oonagh orla orlaith oscar osman owain owen oyinkansola ozlem pablo
    padraig paige pamela pankaj parisa parminder parveen patience patrice patricia patricio
    patrick patryk paul paula paulina pauline pavel pawel pearl pedro peggy penelope perpetua
    petar peter petra petros petru petya phil philip philippa phillip phoebe phyllis pierre
    piotr polly pooja prakash pranav pratima precious preeti priscilla priti priya przemyslaw
    puja quentin rabia rachael rachel rachid radek radoslaw radu rafael rafal raheem rahel rahim
    rahma rahul raj rajan rajesh rajinder raju rakesh ralph ram rama ramesh rami ramon ramona
    rana randolph rani ranjit raquel rashid rashida raul ravi ravinder raymond razia rebecca
    reece reena reggie regina reginald rehana rekha renata rene reuben rhian rhiannon rhodri
    rhona rhys ria ricardo richard rick ricky rita rizwan robbie robert roberta roberto robin
    robyn rochelle roderick rodney rodrigo roger rohan rohit roisin roland roman romana romeo
    ronald ronan ronnie rory rosa rosalind rosemary roshan rosie ross rowan rowena roxana roy
    ruairi rukhsana rupert rupinder russell ruta ruth ryan ryszard saad sabina sabrina sadia
    sadie safia sahar said saif saima sajid saleem salim sally salma salman sam samantha samir
    samira samson samuel sana sandeep sandra sandro sanjay sanjeev santiago saoirse sara sarah
    sasha saskia satish satnam saul savannah scarlett scott seamus sean sebastian seema selena
    selin selina senait serena serge sergei sergio sergiu shabana shabnam shahid shaista shakeel
    shamim shamso shane shania shanice shannon shanti sharif sharon shaun shauna shazia sheena
    sheila shelley sherri shirin shirley shiv shivani shola shona shreya sian siddharth sidney
    sidra sienna sigrid silvia simon simona simone sinead siobhan sioned siti siân slawomir
    sofia sohail solomon soma sonia sonja sophia sophie soraya stacey stacy stan stanislaw
    stefan stefania stefanie steffan stella stephan stephanie stephen stephon steve steven
    stewart stuart subhash sudha suki suleiman suleman sultana suman sumaya sumit sunil sunita
    suresh surinder susan susana susanna susannah susie suzanne svetlana sybil syed sylvester
    sylvia sylwia tabitha tadeusz tahir taiwo takeshi talia tamara tamika tamsin tania tanya
    tara tarik tariq tasha tasnim tatiana tayo teddy tegan temitope tendai teodor terence teresa
    terri terry tess tessa thandi thandiwe thea thelma theo theodore theresa thi thiago thomas
    tiago tiana tiffany tim timothy tina tiwa tobi tobias toby todd tola tom tomas tomasz tommy
    tomos toni tony tracey tracy trevor trisha tristan tudor tunde tyler tyrone uche uchenna
    ulrike umar una ursula urszula usha usman uzma valentina valeria valerie vanessa varun
    vasile vasilis veena vera veronica veronika viacheslav vicky victor vijay vikram viktor
    viktoria vimal vincent vinod viola violeta virginia vishal vitor vivek vivian vivien
    vivienne vlad vladimir volodymyr wahid walid walter wanda wanjiru warren waseem wayne wei
    wendy wesley wiktor wilfred wilhelmina william willie winifred winston wojciech wole xavier
    xiao xin xiu yaa yan yana yared yasin yasmin yasmine yaw yemi yetunde ying yolanda yomi
    yousef youssef yuki yulia yuri yusra yusuf yvette yvonne zac zach zachary zack zahid zahra
    zain zainab zaki zanele zara zbigniew zdenka zeinab zeynep zhang zoe zofia zoltan zoya
    zubair zuzana zuzanna
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

# Surnames that are common in the United Kingdom, of all its communities.
SURNAMES = split_list(
    """
    abbott abdi abdullah abubakar acheampong adams adamu adebayo adeyemi adu agarwal aguilar
    ahmad ahmed ajayi akhtar akinola ali allan allen amin amoah anderson andrews anwar appiah
    archer armstrong arnold asante ashton aslam atkins atkinson aziz bailey baird baker baldwin
    balogun banerjee banks barber barker barlow barnes barnett barrett barry bates baxter begum
    bell bennett benson berry bhatt bibi bird bishop black blackburn blair blake boateng bond
    booth bowen boyd boyle bradley brady braithwaite brennan brooks brown browne bruce bryant
    buchanan burgess burke burns burton butler byrne cameron campbell carey carr carroll carter
    chambers chan chandra chapman chatterjee chaudhry chen cheng cheung choudhury christie
    chukwu clark clarke clarkson coleman coles collins connolly connor cooper costa cox craig
    crawford cross cruz cunningham curtis dalton daly daniels das davidson davies davis dawson
    dean desai dhillon diaz dixon doherty dominguez donnelly douglas dow doyle drummond duffy
    duncan dunn edwards eke elliott ellis evans eze farrell fashola faulkner ferguson fernandes
    fernandez field finch fisher fitzgerald fleming fletcher flynn forbes ford foster fowler fox
    francis fraser freeman frost fuller gallagher garcia gardner george ghosh gibbs gibson
    gilbert gill gomes gomez gonzalez goodwin gordon graham grant gray green greene greenwood
    griffin griffiths gunn gupta hale hall hamilton hammond hanson harding hardy harper harris
    harrison hart hartley harvey hasan hassan hawkins hayes haynes heath henderson henry herbert
    hernandez hewitt hicks higgins hill hobbs hodgson holland holmes holt hooper hopkins horton
    houghton howard howarth howe howell hudson hughes humphreys hunt hunter hussain hussein
    hutchinson hyde ibrahim igwe iqbal islam jackson jacobs jain james jamieson jarvis jenkins
    jennings john johnson johnston jones jordan joseph joshi kamara kapoor kaur kaya kebede
    kelly kemp kennedy kent kerr khalil khan khatun kim king kirby kirk knight knowles kowalski
    kumar lal lam lamb lambert lawrence lawson leach lee leigh lewis li lim little liu lloyd
    logan lopez lowe lucas lynch mahmood mahmoud malik mann marsh marshall martin martinez mason
    matthews maxwell may mehta mendes mensah metcalfe miah miles millar miller mills milne
    mishra mistry mitchell mohamed mohammed moore moran morgan morris morrison morton moss muir
    murphy murray mustafa naidoo nair nash naylor ndlovu nelson newman newton nguyen nicholls
    nicholson nicol nkosi noble nolan norman norris norton nowak nunes nwosu obi ochieng
    odonnell ogunleye ojo okafor okeke okonkwo oliver olsen oneill onuoha osborne osei osman
    otieno owen owens owusu page palmer park parker parkin parry parsons patel patterson paul
    payne peacock pearce pearson pereira perera perez perkins perry peters pham phillips phiri
    pickering pierce pillai pollard poole pope popescu porter potter powell power pratt preston
    price pritchard pugh quinn rahman raja ramirez ramsay rana randall rao rashid read reddy
    reed rees reid reilly reyes reynolds rhodes ribeiro rice richards richardson riley rivera
    roberts robertson robinson robson rodrigues rodriguez rogers rose ross rossi rowe rowley
    russell ryan saeed salah saleh sanchez sanders sandhu santos saunders schmidt scott sesay
    shah shaikh sharma sharp shaw sheikh shepherd sheppard short siddiqui sidhu silva simmons
    simpson sinclair singh skinner slater smith sousa spencer stanley steele stephens stephenson
    stevens stevenson stewart stokes stone stuart suleiman sullivan summers sutherland sutton
    swift tan tang tanner taylor tembo thapa thomas thompson thomson thornton thorpe todd
    tomlinson torres townsend tran tucker turay turnbull turner tyler uddin ullah vargas vaughan
    vega verma vincent wade walker wall wallace wallis walsh walters walton wang ward warner
    warren waters watkins watson watt watts weaver webb webster weir welch wells west wheeler
    whitaker white whitehead whitehouse whittaker wilkins wilkinson williams williamson willis
    wilson winter wong wood woods woodward wright wu wyatt xu yang yates yilmaz young yusuf
    zaman zhang zhao zhou zulu
    """
)
