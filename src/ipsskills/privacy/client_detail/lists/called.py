"""Charities, colleges, hospitals, shops, firms and places that are called like people.

From common knowledge, in small letters without accents and without 's. A name that many people bear
is not among them, brewery or not: a client who is called so matters more. What the list of words
(``lexicon``) has is not repeated here.
"""

from ipsskills.privacy.client_detail.lists.listed import split_list

CALLED_LIKE_PEOPLE = split_list(
    """
    adam smith college | addleshaw goddard | agnes hunt | albert dock | albert hunt | alexander
    dennis | alexander devine | alexander mcqueen | alexandra palace | alfa romeo | allen carr |
    allen overy | alum rock | alzheimer society | andrew page | anglia ruskin | ann summers |
    anna freud | anne summers | arnold clark | arthur guinness | arthur rank | ashton gate |
    ashton under lyne | aston martin | aston villa | aunt bessie | auntie anne | austin reed |
    bakewell tart | balfour beatty | balsall heath | barnard castle | barrow cadbury | barrow
    hill | barrow in furness | barton peveril | battenberg cake | bella italia | ben jerry | ben
    nevis | ben sherman | bernard matthews | bet fred | bethnal green | betty crocker | betty
    tea | big ben | billy bragg | bishop auckland | bishop burton | bishop grosseteste | bishop
    stortford | blue arrow | bob champion | bobbi brown | bobby moore | boggart hole | bombay
    duck | bombay mix | bordesley green | bourne grammar | brewin dolphin | brook street | brown
    root | bruce castle | bruce grove | bryant homes | burgess hill | caesar salad | calvin
    klein | cammell laird | capel curig | capel manor | captain morgan | cardinal newman |
    cardinal wiseman | castle bromwich | castle cary | castle douglas | cath kidston | catherine
    house | chadwell heath | chapel allerton | charles church | charles clinkard | charles
    hastings | charles tyrwhitt | charlie bigham | charlotte tilbury | charlton athletic |
    chelsea bun | chester le street | christ king | christ the king | christian dior | christian
    salvesen | city lit | clancy docwra | clarence dock | clarks village | clayton vale |
    clifford chance | clifton down | clinton cards | craig dunain | crest nicholson | crohn
    colitis | crown point | crystal palace | dairy crest | damilola taylor | dan murphy | daniel
    thwaites | darent valley | david lloyd | de montfort | delia smith | denmark hill | dennis
    eagle | donna karan | dorothy house | dorothy perkins | douglas macmillan | down syndrome |
    dr martens | dr oetker | dr pepper | dunbar bank | duncan toplis | earl grey | east kilbride
    | easter road | ebbw vale | eddie stobart | edge hill | edith cavell | edward de bono |
    edward trust | edwin james | edwin watts | elizabeth arden | elizabeth finn | elizabeth fry
    | elizabeth garrett anderson | ellen macarthur | ellenor lions | ellesmere port | ely bridge
    | ernest doe | ernest jones | ernst young | esmee fairbairn | estee lauder | evans halshaw |
    f hinds | fat face | father christmas | five guys | florence nightingale | forest hill |
    fort augustus | fort william | fortnum mason | frank buttle | frank roberts | frankie benny
    | fred done | fred perry | galliford try | garfield weston | geoffrey robinson | george
    bernard | george davies | george eliot | george foreman | george monoux | george wimpey |
    gidea park | gieves hawkes | gilbert bain | gipsy hill | glan clwyd | glen rothes | goldman
    sachs | gonville caius | gordon ramsay | gordon square | grant thornton | greene king | guy
    fawkes | h samuel | haberdashers aske | hamilton academical | hampden agencies | hardy
    fisher | hargreaves lansdown | harland wolff | harley davidson | harold hill | harold park |
    harold wood | harper adams | harry ramsden | harry ramsdens | harvey nichols | hawes curtis
    | hays travel | haywards heath | heaton park | helen douglas | henley college | henley green
    | henry boot | henry hoover | henry schein | heriot watt | herne hill | hobbs house | hodge
    jones allen | howard league | hugh baird | hugo boss | huntington disease | hyde park |
    irwin mitchell | j d wetherspoon | j murphy | jack daniel | jack daniels | jack frost | jack
    petchey | jack wills | jacobs douwe | james hall | james latham | james paget | james walker
    | jamie oliver | jane doe | jd wetherspoon | jean sainsbury | jerusalem artichoke | jewel
    esk | jim beam | jo cox | jo malone | jo richardson | joe bloggs | joe browns | joe coffee |
    joe coral | joe wicks | john deere | john doe | john ellerman | john laing | john leggott |
    john lewis | john menzies | john moores | john radcliffe | john ruskin | john smedley |
    johnnie walker | johnson matthey | jojo maman | joseph chamberlain | joseph holt | joseph
    priestley | joseph rowntree | josiah mason | jubilee line | karen millen | kate spade |
    katharine house | kelly services | king edward | king edward vi | king george | kings cross
    | kings heath | kings hill | kings langley | kings lynn | kings norton | kirk ella | kirk
    hallam | kirkby stephen | knight frank | kurt geiger | lady grey | lady margaret | laing
    o'rourke | laing orourke | land rover | laura ashley | lawrence hill | lawrence weston | lee
    cooper | lehman brothers | leigh day | leith walk | leonard cheshire | levi strauss | lewis
    silkin | leyton orient | leyton sixth | little chef | liverpool john moores | llandaff north
    | lloyd park | lloyds bank | lloyds foundation | loch fyne | louis vuitton | lucy cavendish
    | lucy clayton | lucy faithfull | lyle scott | manor house | marc jacobs | marie curie |
    marie stopes | market drayton | market harborough | marks spencer | martin baker | martin
    house | martin mccoll | mary berry | mary dendy | mary portas | mary seacole | mary ward |
    maslow hierarchy | massey ferguson | matthew boulton | max factor | max spielmann |
    mclaughlin harvey | melton mowbray | merrill lynch | merthyr tydfil | michael kors | michael
    page | miller carter | miller homes | milton keynes | miss selfridge | mitchells butlers |
    molton brown | morgan sindall | morgan stanley | morphy richards | moss bros | moss side |
    mother hubbard | mott macdonald | mr kipling | mr porky | mrs crimble | murphy group |
    murphy law | myers briggs | neal yard | neil robertson | nevill hall | newton abbot | newton
    aycliffe | newton heath | newton mearns | newton stewart | noah ark | norbert dentressangle
    | norton rose | octavia hill | octavia housing | office angels | old bill | old trafford |
    oliver bonas | ove arup | owen mumford | oxford brookes | paddy power | papa john | paper
    chase | parkinson uk | parsons green | patisserie valerie | patrick parsons | paul hamlyn |
    paul hollywood | paul smith | percy bilton | perry barr | perry vale | peter jones | peter
    symonds | philip morris | philips park | phillip kingsley | phoebe philo | phyllis tuckwell
    | pinsent masons | port sunlight | port talbot | premier inn | preston north end | pret a
    manger | pret manger | price waterhouse | prince charles | prince philip | princess alice |
    princess anne | princess royal | queen alexandra | queen elizabeth | queen elizabeth grammar
    | queen margaret | queen mary | queen victoria | queens park | rachel allan | rachel house |
    rainbow trust | ralph lauren | ray ban | reckitt benckiser | reed in partnership | reid kerr
    | richard huish | richard taunton | rick stein | rio tinto | robert dyas | robert half |
    robert jones agnes hunt | robert mcalpine | robert thorne | robert walters | robin hood |
    robin house | roger dubuis | rolls royce | rosa thai | roundhay park | roy castle | royal
    victoria | royal wootton bassett | ruskin college | russell bromley | russell hobbs |
    russell square | russells hall | ruth strauss | sally ann | sally lunn | sam smiths | scotch
    egg | scott bader | selly oak | selly park | seven sisters | shaw trust | shepherd neame |
    sigrid rausing | simon community | sir george monoux | sir robert | sir robert mcalpine |
    slater gordon | sloane square | small heath | st andrew | st christopher | st david | st
    edmund | st george | st helens | st james place | st john | st luke | st martin | st mary |
    st patrick | st pauls | st werburghs | standard life | stanley park | stanley road |
    stapleton road | stella mccartney | stephen james | stephen lawrence | stephen perse |
    stepney green | stepping hill | stewart milne | stow college | sue ryder | suzy lamplugh |
    swan hunter | t m lewin | tate lyle | tavistock square | taylor wimpey | taylor woodrow |
    ted baker | teddy bear | temple meads | temple newsam | terence higgins | terrence higgins |
    terry orange | tessa jowell | thames reach | thomas alleyne | thomas cook | thomas coram |
    thomas danby | thomas international | thomas pink | thomas rotherham | thomas sanderson |
    thornton cleveleys | thornton heath | tim hortons | timothy taylor | toby carvery | toc h |
    tom dick harry | tom ford | tom tom | tommy hilfiger | travis perkins | tudor trust | tulse
    hill | ty hafan | uncle ben | uncle sam | vera wang | victoria baths | victoria line |
    victoria park | victoria sponge | victoria square | victoria wine | vivienne westwood | w h
    smith | walter smith | warren james | wayne fueller | wendy burger | wh smith | whalley
    range | william hill | william morrison | willmott dixon | wilson james | winson green |
    winston churchill | wolfson college | wood mackenzie | wootton bassett | wrexham glyndwr |
    wythenshawe park | ysbyty gwynedd
    """,
    "|",
)
