import { describe, expect, test } from 'vitest'
import { segmentText, splitSentences } from '../../../src/stages/segment/index.ts'

/** A broken bar stands where a sentence begins. */
const cases: Readonly<Record<string, readonly string[]>> = {
  en: [
    'The ferry leaves at noon. ¦It returns at dusk.',
    'Is the bakery open? ¦Yes! ¦Come in.',
    'Dr. Osei met Mrs. Lind at 10 a.m. on Main St. near the pier.',
    'The clock struck 9 p.m. ¦Guests went home.',
    'Ellen J. Marsh and T. S. Weaver wrote it. ¦Both live in the U.S. ¦They teach there.',
    "She lives in the U.K. ¦It’s rainy there. ¦They work for Dunn Inc. ¦I'm not surprised.",
    'The U.S. Forest Service planted 3.5 million trees.',
    'We sold it to Brandt & Sons Ltd. ¦The price was fair.',
    'See vol. 12 no. 4. ¦It has maps on pp. 3-9 and in Fig. 2.',
    'No. ¦I do not like No. 5 at all.',
    'Write to Jane.Roe|example.com or see https://www.example.com/a.b?c=1.5 today. ¦Thanks.',
    'Open notes.txt in Node.js v20.1. ¦Then save it.',
    'She said: “The tide is in. We must go.” ¦Nobody moved.',
    '"Where to?" asked the driver.',
    '“Row!” he cried. ¦“Row faster!”',
    '(The gate was shut.) ¦We climbed over it.',
    'The gate (it was old. Very old.) creaked.',
    'I waited ... and waited. ¦Then... ¦Nothing came.',
    'The lake was calm. ¦. . . We sailed on.',
    'Rates rose.[4] ¦Prices fell.[5][6] ¦Wages stayed.',
    'Bring: 1) bread 2) salt 3) water.',
    '1. Boil the water. ¦2. Add the rice. ¦3. Wait.',
    '1. Boil the water ¦2. Add the rice ¦3. Wait',
    'a) red ¦b) green ¦c) blue',
    '• red ¦• green ¦• blue',
    'Yahoo! Mail was down, but Jeopardy! fans did not care.',
    'What?! ¦That cannot be.',
    'He wrote it in 1998. ¦1999 was worse.',
    'It rained all day.¦The harvest was lost. ¦we stayed inside.',
    'It was plan B. ¦We had no plan C. ¦That was it.',
    'They ran at 12 km/h. ¦Nobody followed.',
    'He stood up. ¦"We are here. ¦We were here before you. ¦You came later. ¦We stay." ¦Then he sat down.',
    'what was that?? ¦i cant even. ¦he scored twice! ¦no way. ¦see you at 5 p.m. or so',
    'what now! ¦"stop!" he said. ¦so we went home',
  ],
  de: [
    'Die Messe beginnt am 13. April in Halle 4. ¦Karten gibt es vor Ort.',
    'Im 19. Jahrhundert, z. B. um 1850, fuhr hier ein Schiff. ¦Es sank bald.',
    'Prof. Dr. Anna M. Keller u. a. kamen am 3. Tag.',
    '„Das Boot ist voll. Wir warten“, sagte der Wirt. ¦Alle nickten.',
    'Er rief: „Kommt herein!“ ¦Dann wurde es still.',
    'Das kostet ca. 1.250,50 Euro inkl. MwSt. ¦Der Versand ist frei.',
    'Es gab Obst, Gemüse, Brot usw. ¦Alle wurden satt.',
    'Die 2. Bundesliga beginnt. ¦Kaiser Wilhelm II. war nicht da.',
    'Der Kurs fiel auf 12. ¦Danach stieg er.',
    '»Wohin?«, fragte sie. ¦»Nach Hause.«',
  ],
  fr: [
    'M. Dubois habite av. de la Gare. ¦Il y vit depuis 1990.',
    'Vraiment ? ¦Oui ! ¦C’est fini.',
    'Elle a dit : « Il pleut. Rentrons. » ¦Puis elle est partie.',
    'Les pommes, les poires, etc. ¦Tout est mûr.',
  ],
  es: [
    '¿Dónde está el Sr. Vega? ¦¡En la plaza! ¦Allí lo esperan.',
    'La fábrica de EE. UU. cerró. ¦Nadie lo sabía.',
    'Vive en la Avda. del Mar n.º 7. ¦Es una casa grande.',
  ],
  it: ['L’ing. Riva e la dott.ssa Neri arrivano il 3 sett. prossimo. ¦Li aspettiamo.', 'Costa 1.200,00 euro. ¦È troppo!'],
  pt: ['O Sr. Prado mora na R. das Flores. ¦Ele é padeiro.', 'Quanto custa? ¦Custa R$ 10,50.'],
  nl: ['Dhr. de Wit woont in de Kerkstr. 5. ¦Hij is bakker.', 'Het is bijv. om 10.30 uur open. ¦Kom gerust.'],
  sv: ['Den 3 maj kom bl.a. fru Ek. ¦Hon stannade t.o.m. fredag.', '”Vi seglar nu.” ¦Ingen svarade.'],
  da: ['Mødet er den 5. maj kl. 10. ¦Alle er velkomne.', 'Vi så ca. 20 svaner osv. ¦Det var smukt.'],
  pl: ['Prof. dr hab. Jan Nowak przybył 3. dnia, tj. w środę. ¦Było zimno.', 'To było w 1990 r. ¦On wtedy pracował.'],
  cs: ['Schůze je 5. května v 10 hod. ¦Přijďte všichni.', 'Pan Dr. Novák, např. včera, spal.'],
  ru: [
    'В 1912 г. на ул. Лесной жил А. П. Орлов. ¦Он был врачом.',
    'Он купил хлеб, соль и т. д. ¦Потом ушёл.',
    '— Куда идёшь? — спросил он. ¦— Домой.',
    'Она сказала: «Пора. Идём». ¦Все встали.',
  ],
  el: ['Πού είναι ο σταθμός; ¦Είναι εδώ, π.χ. δίπλα στο πάρκο. ¦Πάμε.'],
  hy: ['Բարև ձեզ: ¦Այսօր արև է։ ¦Մենք գնում ենք այգի:'],
  tr: ['Dr. Aydın 2. Dünya Savaşı üzerine yazdı. ¦Kitap yeni çıktı.'],
  ar: ['أين المحطة؟ ¦هي قريبة من هنا. ¦شكرا!', 'وصل د. سامي إلى المدينة. ¦كان الجو جميلا.'],
  fa: ['حال شما چطور است؟ ¦من خوبم. ¦ممنون.'],
  ur: ['آپ کیسے ہیں؟ ¦میں ٹھیک ہوں۔ ¦شکریہ۔'],
  he: ['איפה התחנה? ¦היא כאן. ¦תודה.'],
  hi: ['नदी शांत है। ¦डॉ. मेहता घर पर हैं। ¦क्या आप आएँगे? ¦हाँ।', 'नाव आ गई | ¦सब खुश हैं |'],
  zh: ['船到了。¦你上船吗？¦他说：“等一等。我来了。”¦大家都笑了！', '这本书（真好！）是新的。¦价格是3．5元。'],
  ja: ['船が来た。¦乗りますか？¦はい！¦行きます。', '彼は「待って。今行く。」と言った。¦みんな笑った。'],
  ko: ['배가 왔다. ¦탈까요? ¦네. ¦갑시다!'],
  am: ['ጀልባው መጣ። ¦ትሄዳለህ፧ ¦አዎ።', 'ጀልባው፡መጣ፡፡ ¦አዎ፡፡'],
  my: ['လှေရောက်ပြီ။¦သွားမလား။'],
  km: ['ទូកមកដល់ហើយ។ ¦យើងទៅ។'],
  th: ['สวัสดีครับ ¦วันนี้อากาศดีมาก', 'ราคาน้ำมันในประเทศเพิ่มขึ้นอีกครั้ง ¦อย่างไรก็ตาม ประชาชนยังเดินทางตามปกติ'],
  xx: ['Blorp zand. ¦Vex U.N. grint 3.5 mal.'],
}

describe.each(Object.entries(cases))('splitSentences: %s', (language, texts) => {
  test.each(texts)('%s', (marked) => {
    const sentences = marked.split('¦').map((part) => part.trim())
    const text = marked.replaceAll('¦', '')
    expect(splitSentences(text, language).map(({ start, end }) => text.slice(start, end))).toEqual(sentences)
  })
})

describe('line breaks', () => {
  test('a blank line always separates, a line break between short lines too', () => {
    expect(segmentText('A heading\n\nOne line\nanother entry\n', 'en')).toEqual(['A heading', 'One line', 'another entry'])
  })

  test('a wrapped sentence is one segment, its line breaks replaced by spaces', () => {
    const text =
      'The lighthouse on the northern shore was built of grey stone by\nmen from the village, who carried every block up the hill. In\nWinter it was left alone.'
    expect(segmentText(text, 'en')).toEqual([
      'The lighthouse on the northern shore was built of grey stone by men from the village, who carried every block up the hill.',
      'In Winter it was left alone.',
    ])
  })

  test('a line that goes on in lower case after white space is one', () => {
    expect(segmentText('The night was \ncold and long.', 'en')).toEqual(['The night was cold and long.'])
  })

  test('headlines of one length, one below the other, stay apart', () => {
    const headlines = [
      'Ferry to the northern isles runs again today',
      'Harbour fair opens with a regatta for all',
      'New lamp lights the lighthouse from Sunday',
    ]
    expect(segmentText(headlines.join('\n'), 'en')).toEqual(headlines)
  })

  test('Japanese goes on after a particle, without a space', () => {
    expect(segmentText('海の\n家です。\n山です', 'ja')).toEqual(['海の家です。', '山です'])
  })

  test('list items and indented lines stay apart, carriage returns too', () => {
    expect(segmentText('  Needed:\r\n  1. rope\r\n  2. tar\r  - nails', 'en')).toEqual(['Needed:', '1. rope', '2. tar', '- nails'])
  })

  test('a full stop alone on the next line belongs to the line before it', () => {
    expect(segmentText('Ask us for prices\n.\n\nOpening hours', 'en')).toEqual(['Ask us for prices .', 'Opening hours'])
  })
})

test('a long quotation is split inside, a short one is not', () => {
  const sentence = 'The wind turned and the boats came home late. '
  expect(splitSentences(`“${sentence.repeat(3).trim()}”`, 'en')).toHaveLength(1)
  expect(splitSentences(`“${sentence.repeat(20).trim()}”`, 'en')).toHaveLength(20)
})

test('text without words gives what stands there, and nothing for nothing', () => {
  expect(segmentText('', 'en')).toEqual([])
  expect(segmentText(' \n\t\n ', 'en')).toEqual([])
  expect(segmentText('...', 'en')).toEqual(['...'])
})
