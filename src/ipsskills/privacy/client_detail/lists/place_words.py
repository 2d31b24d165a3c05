"""Words, in small letters without accents, that name a place or a large employer, not a person.

Places whose names have two words, and employers whose names are no ordinary words: the rest is told
apart by what ordinary words they hold.
"""

from ipsskills.privacy.client_detail.lists.listed import split_list

PLACES = split_list(
    """
    abbot aberdeen aberystwyth afan afghanistan aire aldershot america angus antrim ards argyll
    arran asia auckland australia aviemore avon ayrshire bangladesh bangor bannau barking barnet
    barnsley barrow basildon basingstoke bath batley bedfordshire belfast berkshire berwick
    bexhill bexley birkenhead birmingham blackpool blaenau bognor bolton bournemouth bracknell
    bradford brecon brent brighton bristol britain bromley bromwich brycheiniog burnley bury
    buzzard caerphilly caithness camberwell cambridge cambridgeshire camden canada cannock
    canterbury cardiff ceredigion charnwood chelmsford cheltenham cheshire chester chesterfield
    chorley cirencester clacton cleethorpes clwyd clydebank colchester colwyn congleton conwy
    cornwall coventry cowes craigavon crewe croydon cumbernauld cumbria cymru darlington
    dartford denbighshire derby derbyshire derry devon dewsbury doncaster dorset dudley dulwich
    dumbarton dumfries dundee dunfermline durham ealing eastbourne ebbw edgware edinburgh
    enfield epping eryri essex exeter falkirk falmouth fareham fermanagh ffestiniog fife filey
    france galashiels galloway gateshead germany ghana gillingham glamorgan glasgow gloucester
    gloucestershire gosport govan grantham gravesend greece greenock greenwich grimsby guildford
    gwent gwynedd hackney halifax hampshire harlow harringay harrogate hartlepool harwich
    hastings haverfordwest hebrides hemel hempstead hereford herefordshire hertfordshire
    holyhead hounslow huddersfield hull humber huntingdon huyton ilford india inverclyde
    inverness ipswich iran iraq islington italy jamaica jarrow kensington kenya kettering keynes
    kidderminster killarney kilmarnock kingston kinross kirkcaldy kirklees knowsley lambeth
    lanark lanarkshire lancashire lancaster lanka laoghaire latimer leamington leeds leicester
    leicestershire leighton lewisham lichfield lincolnshire lisburn llandudno llanelli lomond
    london londonderry lothian lowestoft ludlow luton lymington lytham macclesfield magherafelt
    maidenhead maidstone malvern manchester mansfield margate mawr melton menai merseyside
    merthyr middlesbrough midlothian milton moray morecambe morningside motherwell mowbray
    nantwich neath netherlands newbury newcastle newham newquay newry nigeria norfolk
    northampton northamptonshire northumberland northwich norwich nottingham nottinghamshire
    nuneaton oldham omagh orkney ormskirk oswestry otley oxford oxfordshire paisley pakistan
    peckham pembrokeshire penarth penrith penzance perth perthshire peterborough philippines
    plymouth poland pontefract pontypridd poole porthcawl portsmouth portugal powys preston
    prestwick ramsgate reading redbridge redcar redditch redhill renfrewshire rhondda rhyl
    ribble richmond rochdale rochester romania romford rotherham rothesay rugby rugeley runcorn
    rutland ryde salford salisbury salop sandwell scarborough scotland scunthorpe sefton selby
    sevenoaks sheffield shetland shrewsbury shropshire skegness skipton slough snowdonia
    solihull somalia somerset southampton southend southport southwark spain spalding stafford
    staffordshire stevenage stirling stockport stockton stoke stourbridge strathclyde stretford
    sudan suffolk sunderland surrey sussex swale swansea swindon syria taff talbot tameside
    tamworth taunton tees telford thames thanet thurrock tonbridge tooting torbay torquay
    tottenham trafford trent truro tunbridge turkey tyddewi tydfil tyne tyneside tyrone ukraine
    ulster ulverston wakefield walden wallasey walsall waltham walthamstow wandsworth warrington
    warwick warwickshire watford wearside welwyn westminster westmorland weymouth whitby
    whitehaven wigan wight willesden wiltshire winchester windsor wirral wolverhampton worcester
    worcestershire workington worksop worthing wrexham wycombe yarmouth yeovil ynys york
    yorkshire zimbabwe
    """
)

EMPLOYERS = split_list(
    """
    adecco airbus aldi amazon amey aramark argos arla asda asos aviva bakkavor balfour bannatyne
    barclays barnardo barnardo's barratt beatty bidfood biffa blackrock boohoo boots bupa
    cadbury caffe capita carillion carluccio centrepoint centrica cineworld comet costa
    costcutter currys deliveroo dfds dfs domino domino's dpd dunelm dyson eon esso evri facebook
    farmfoods fedex flybe frankie gala galliford google greggs groundwork gxo halfords haribo
    heinz hermes hilton holiday homebase homeserve hsbc ikea indeed interserve jaguar jewson
    keepmoat kellogg kellogg's kfc kier laing leonardo lidl linkedin lloyds lyreco makro matalan
    mcdonald mcdonald's mecca mencap mencap's merlin michelin microsoft mitie morrison's
    morrisons moto nando's nandos nationwide natwest nero nestle nissan ocado odeon outlook ovo
    paypal peacocks penguin pepsico pertemps pfizer poundland poundstretcher premier pret
    primark pwc quorn randstad remploy rentokil ricoh rolls royce rspb rspca ryanair saga
    sainsbury sainsbury's sainsburys samaritans santander savers scania schuh scottishpower
    screwfix securicor selfridges serco severn shell shoezone siemens skanska sky skype sodexo
    spar sparks specsavers sports starbucks subway superdrug tarmac tesco tesla thales
    thameslink thamesreach timpson timpsons tkmaxx toolstation topps toyota tui turning uber
    unilever unison veolia virgin vodafone vue waitrose waterstones wetherspoon wetherspoons
    whitbread whsmith wickes wilko wimpey wincanton wizz xpo yodel youtube zara
    """
)
