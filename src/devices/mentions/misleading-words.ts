const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''))

/** Words of daily life that makers and names share: alone they name nothing. */
export const dailyWords = list(`
  accent access advance advantage alliance alpha alter aqua aqualis arrow aura beyond best billion bird blade blow bolt boost brand
  bright brown bush camera canvas cast cat challenger click clout code comet concord conquest cool corn cosmos cricket crown
  desire digit direct dish dual edge electron element elephant elevate elite energy entity era essential event every evolve
  exceed find flow fly focus ford fossil free freedom fresh friend fusion future gateway genesis go gome grand
  hammer hero honor horizon hot how hp hurricane hydro icon idea impress impression infinity intense iris joy kids
  kobo lark laser lava leap legend liberty life light liquid live lite logic magic magnum mars maya maze memo mint mirage mix
  monster more motion mystic nautilus next nice nitro note nothing now nova omega one onyx optimus orange orient
  original oscal palm partner pearl penta performance phoenix photon phone pilot pioneer pixel platinum play plum plume point
  polar pop portfolio power premier premio prestige prime prism pro promise pure quantum quest quick racer rainbow ray rebel
  redline reliance rhino saga sense serenity serene sharp shield shine shuttle sky slate smart smile smooth solo soul spark
  spice spider spirit spring sprint star stellar storm stream strong studio style sugar summit sunny super surface swift swipe
  symphony tab tango tesco the thunder tigers time touch trio triumph true twist ultimate ultra universe up venture venus vertex
  via victory view vision vista vivid volt vortex watch wave wildfire win wind wings wish yes zebra zen zero zoom apple
  meter mega mini max plus air fold flip band buds book pad tv home nest echo fire surface switch play mate x
  guru honorer mito polar dana go1 gram vibe yoga legion mi a di ke u le s c k p v q g m t y z n r
  link talk lotus mobile digital media orbit swan tiger vega
  shift predator phantom envy latitude idol curve aspire spectre omen droid vive versa trek
  satu dua tiga lima baru dari untuk yang ini itu dan atau dengan akan bisa jadi saat tak tidak lebih juga harga rilis
`)

/** Of the makers' names among them these are words in Indonesian, too. */
export const indonesianWords = list(`honor hp mito smart orange blue`)

/** With these a sentence begins without naming anybody. */
export const beginnings = list(`nothing essential yes next now one smart shift go palm`)

/** Behind a number they make it a quantity, also where a series stands before it: "iPhone 11 juta unit". */
export const quantities = list(`
  persen percent unit units juta ribu rb jt miliar triliun million billion thousand bn menit jam detik minutes minute hours hour
  seconds kali orang people inci inch inches mm cm km meter gb tb mb mp megapiksel megapixel mah watt w hz ghz dolar dollar
  dollars rupiah usd eur euro yuan kg gram
`)

/** Behind a number with only a brand before it they say that it counts them: "Samsung 5 ponsel". */
export const countedThings = list(`
  hari minggu pekan bulan tahun days day weeks week months month years year times users pengguna negara countries kota cities
  toko stores gerai kamera cameras camera fitur features ponsel hp smartphone smartphones phones phone handphone gadget gadgets
  perangkat devices produk products model models varian variants warna colors colours tipe aplikasi apps app game games tips
  cara ways hal things fakta facts alasan reasons rumor rumors layar januari februari maret april mei juni juli agustus september
  oktober november desember january february march may june july august october december jan feb mar apr jun jul aug agu sep
  sept okt oct nov des dec pegawai guru karyawan workers staf saksi petugas desa jurnalis laptop laptops tablet tablets core
  inti lapis generasi hadiah besar kecil terbaik terbaru baru pertama new best top of series seri besi pabrik lini merek hingga
`)

/** Fees that Indonesian calls "honor" come with these. */
export const feeWords = list(`
  guru honorer pegawai gaji dibayar bayar dibayarkan terima menerima pns asn narasumber petugas kpps saksi hakim dosen tapd
  kader desa dana potong dipotong tunjangan rapel uang wartawan pengajar relawan penceramah penyanyi artis anggaran apbd pajak
  cair belum bulanan naik staf kpu panwas pemain honorarium tenaga
  roll society killing medal code of guard
`)

/** A text that has one of these speaks of devices. */
export const deviceWords = list(`
  ponsel hp smartphone smartphones handphone gadget gawai android ios phone phones tablet laptop chipset snapdragon kirin
  spesifikasi specs ram kamera layar baterai battery camera selfie antutu geekbench smartwatch emui miui earbuds foldable
  iphone ipad macbook airpods watch earphone iphones wearable speaker bocoran launch launched meluncur dirilis rilis handset pixel iphone ipad galaxy update review leak leaks
`)

/** Names that are software, networks and chips. */
export const notDevices = list(`
  lcd oled qled led amoled uhd fhd nfc ram rom cpu gpu hdmi sim tws pc ai ar vr iot
  android ios ipados watchos tvos macos miui emui coloros funtouch hyperos oxygenos harmonyos oneui ui windows chrome os
  snapdragon exynos kirin mediatek helio dimensity tensor bluetooth wifi wi usb gen versi version pasal bab edisi chapter part
  episode season play store maps pay music plus arcade news drive photos gmail search assistant bixby knox dex
`)

/** What brands sell that is no device of its own. */
export const accessories = list(`
  case casing charger kabel cable filter bank powerbank cover strap adapter headset holder dongle stylus
`)

/** They say that a whole series is meant. */
export const seriesCues = list(`trio duo lini jajaran keluarga rangkaian lineup seri kuartet duet line`)
export const countedModels = list(`model models varian variants tipe versi versions anggota`)

/** They join equals: "Mate 30 dan 30 Pro". */
export const connectors = list(`dan and atau or vs versus hingga sampai serta maupun with dengan to the plus`)

/** Kinds of devices that stand in names: "Band 8", "Watch S3". */
export const kindsInNames = list(`
  band watch pad tab buds book tv fold flip phone smart pods home speaker glass glasses tablet ring stick box scooter vacuum
  router camera dot hub laptop notebook earphones headphones purifier monitor projector printer drone fryer scale
`)
export const qualitiesInNames = list(`electric wireless ai air true robot curved smart gaming portable`)
/** Of these no brand has a series alone. */
export const bareKinds = list(
  `tv smart phone tablet android note mobile series model digital box selfie camera kamera baterai battery layar smartphone handphone ponsel laptop speaker camera router 4k kids note hd`,
)

/** What follows a model's number and belongs to it. */
export const suffixes = list(
  `pro plus max ultra lite mini se fe 5g 4g lte xl fold flip neo prime zoom turbo rs gt nfc premium compact active hd duo`,
)

/** What follows it too, but is a word of its own where it is written small. */
export const lateSuffixes = list(`star ace alpha edge power explorer play`)
