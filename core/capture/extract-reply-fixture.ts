/** Name, mail, what its author wrote, and the kinds of what was cut off. */
export const TOP_POSTED: readonly (readonly [string, string, string, ...string[]])[] = [
  [
    'Gmail',
    'Use the partner price.\n\nOn Tue, 4 Mar 2025 at 10:12, Ana Ruiz <ana@corp.example> wrote:\n\n> Which price applies?\n',
    'Use the partner price.',
  ],
  [
    'Gmail, wrapped in the address',
    'Yes.\n\nOn Tue, Mar 4, 2025 at 10:12 AM Ana Maria Ruiz de la Torre <\nana.maria.ruiz@corp.example> wrote:\n\n> May I?\n',
    'Yes.',
  ],
  [
    'Gmail, wrapped before the verb',
    'Yes.\n\nOn Tue, Mar 4, 2025 at 10:12 AM Ana Ruiz <ana@corp.example>\nwrote:\n\n> May I?\n',
    'Yes.',
  ],
  [
    'Gmail in German',
    'Ja, bis 15 %.\n\nAm Di., 4. März 2025 um 10:12 Uhr schrieb Ana Ruiz <ana@corp.example>:\n\n> Wie viel Rabatt?\n',
    'Ja, bis 15 %.',
  ],
  [
    'Gmail in French',
    'Oui.\n\nLe mar. 4 mars 2025 à 10:12, Ana Ruiz <ana@corp.example> a écrit :\n\n> Possible ?\n',
    'Oui.',
  ],
  [
    'Gmail in Spanish, wrapped',
    'Sí.\n\nEl mar, 4 mar 2025 a las 10:12, Ana Ruiz (<ana@corp.example>)\nescribió:\n\n> ¿Se puede?\n',
    'Sí.',
  ],
  [
    'Gmail in Japanese: no verb',
    '可能です。\n\n2025年3月4日(火) 10:12 Ana Ruiz <ana@corp.example>:\n\n> できますか\n',
    '可能です。',
  ],
  [
    'Gmail in Chinese',
    '可以。\n\nAna Ruiz <ana@corp.example> 于2025年3月4日周二 10:12写道：\n\n> 可以吗？\n',
    '可以。',
  ],
  [
    'Gmail in Korean',
    '네.\n\n2025년 3월 4일 (화) 오전 10:12, Ana Ruiz <ana@corp.example>님이 작성:\n\n> 될까요?\n',
    '네.',
  ],
  ['Gmail in Russian: no verb', 'Да.\n\nвт, 4 мар. 2025 г. в 10:12, Ana Ruiz <ana@corp.example>:\n\n> Можно?\n', 'Да.'],
  [
    'Gmail in Polish',
    'Tak.\n\nwt., 4 mar 2025 o 10:12 Ana Ruiz <ana@corp.example> napisał(a):\n\n> Czy można?\n',
    'Tak.',
  ],
  [
    'Gmail in Dutch',
    'Prima.\n\nOp di 4 mrt 2025 om 10:12 schreef Ana Ruiz <ana@corp.example>:\n\n> Mag het?\n',
    'Prima.',
  ],
  [
    'Gmail in Hungarian',
    'Igen.\n\nAna Ruiz <ana@corp.example> ezt írta (időpont: 2025. márc. 4., K, 10:12):\n\n> Lehet?\n',
    'Igen.',
  ],
  [
    'Gmail in Hebrew, right to left',
    'כן.\n\n‫בתאריך יום ג׳, 4 במרץ 2025 ב-10:12 מאת ‪Ana Ruiz‬‏ <‪ana@corp.example‬‏>:‬\n\n> אפשר?\n',
    'כן.',
  ],
  [
    'Gmail in Arabic, right to left',
    'نعم.\n\nفي الثلاثاء، ٤ مارس ٢٠٢٥ في ١٠:١٢ ص تمت كتابة ما يلي بواسطة ‪Ana Ruiz‬‏ <‪ana@corp.example‬‏>:\n\n> هل يمكن؟\n',
    'نعم.',
  ],
  [
    'Apple Mail',
    'Fine by me.\n\n> On 4 Mar 2025, at 10:12, Ana Ruiz <ana@corp.example> wrote:\n> \n> May I?\n',
    'Fine by me.',
  ],
  [
    'Apple Mail in Italian',
    'Va bene.\n\nIl giorno 4 mar 2025, alle ore 10:12, Ana Ruiz <ana@corp.example> ha scritto:\n\n> Posso?\n',
    'Va bene.',
  ],
  ['Apple Mail in Swedish', 'Ja.\n\n4 mars 2025 kl. 10:12 skrev Ana Ruiz <ana@corp.example>:\n\n> Får jag?\n', 'Ja.'],
  [
    'iPhone',
    'Call me.\n\nSent from my iPhone\n\n> On Mar 4, 2025, at 10:12 AM, Ana Ruiz <ana@corp.example> wrote:\n> \n> When?\n',
    'Call me.',
    'mobile',
  ],
  [
    'iPhone in German',
    'Passt.\n\nVon meinem iPhone gesendet\n\n> Am 04.03.2025 um 10:12 schrieb Ana Ruiz <ana@corp.example>:\n> \n> Wann?\n',
    'Passt.',
    'mobile',
  ],
  [
    'Samsung in French',
    'Oui\n\nEnvoyé depuis mon appareil Galaxy\n\n-------- Message d’origine --------\nDe : Ana Ruiz <ana@corp.example>\nDate : 04/03/2025 10:12 (GMT+01:00)\nÀ : ben@corp.example\nObjet : Prix\n\nQuel prix ?',
    'Oui',
    'mobile',
  ],
  [
    'Outlook for Android',
    'Done.\n\nGet Outlook for Android<https://aka.ms/AAb9ysg>\n________________________________\nFrom: Ana Ruiz <ana@corp.example>\nSent: Tuesday, March 4, 2025 10:12:00 AM\nTo: Ben <ben@corp.example>\nSubject: Price\n\nPlease do.',
    'Done.',
    'mobile',
  ],
  [
    'Outlook',
    'Take the list price.\n\nFrom: Ana Ruiz <ana@corp.example>\nSent: Tuesday, March 4, 2025 10:12 AM\nTo: Ben Okoye <ben@corp.example>; Carla Dias <carla@corp.example>\nCc: Dan\nSubject: RE: Price\n\nWhich price?',
    'Take the list price.',
  ],
  [
    'Outlook in German',
    'Siehe Anhang.\n\nVon: Ana Ruiz <ana@corp.example>\nGesendet: Dienstag, 4. März 2025 10:12\nAn: Ben\nBetreff: AW: Preis\n\nWelcher Preis?',
    'Siehe Anhang.',
  ],
  [
    'Outlook in Finnish',
    'Kyllä.\n\nLähettäjä: Ana Ruiz <ana@corp.example>\nLähetetty: tiistai 4. maaliskuuta 2025 10.12\nVastaanottaja: Ben\nAihe: Hinta\n\nOnko?',
    'Kyllä.',
  ],
  [
    'Outlook in Czech',
    'Ano.\n\nOd: Ana Ruiz <ana@corp.example>\nOdesláno: úterý 4. března 2025 10:12\nKomu: Ben\nPředmět: Cena\n\nJaká?',
    'Ano.',
  ],
  [
    'Outlook in Greek',
    'Ναι.\n\nΑπό: Ana Ruiz <ana@corp.example>\nΣτάλθηκε: Τρίτη, 4 Μαρτίου 2025 10:12\nΠρος: Ben\nΘέμα: Τιμή\n\nΠοια;',
    'Ναι.',
  ],
  [
    'Outlook in Chinese',
    '好的。\n\n发件人: Ana Ruiz <ana@corp.example>\n发送时间: 2025年3月4日 10:12\n收件人: Ben\n主题: 价格\n\n哪个？',
    '好的。',
  ],
  [
    'Outlook in Turkish',
    'Evet.\n\nKimden: Ana Ruiz <ana@corp.example>\nGönderildi: 4 Mart 2025 Salı 10:12\nKime: Ben\nKonu: Fiyat\n\nHangisi?',
    'Evet.',
  ],
  [
    'Outlook with bold labels',
    'Ok.\n\n*From:* Ana Ruiz <ana@corp.example>\n*Sent:* Tuesday, March 4, 2025\n*To:* Ben\n*Subject:* Price\n\nWhich?',
    'Ok.',
  ],
  [
    'Outlook with recipients over several lines',
    'Ok.\n\nFrom: Ana Ruiz <ana@corp.example>\nSent: Tuesday, March 4, 2025\nTo: Ben <ben@corp.example>;\nCarla <carla@corp.example>; Dan\n<dan@corp.example>\nSubject: Price\n\nWhich?',
    'Ok.',
  ],
  [
    'Original Message',
    'No.\n\n-----Original Message-----\nFrom: Ana Ruiz\nSent: Tuesday\nTo: Ben\nSubject: Price\n\nWhich?',
    'No.',
  ],
  [
    'Original Message in Portuguese',
    'Não.\n\n-----Mensagem Original-----\nDe: Ana Ruiz\nEnviada em: terça-feira\nPara: Ben\nAssunto: Preço\n\nQual?',
    'Não.',
  ],
  [
    'Yahoo: nothing is marked',
    'Sure.\n\n    On Tuesday, March 4, 2025 at 10:12:00 AM GMT+1, Ana Ruiz <ana@corp.example> wrote:  \n \n Which one?\n\nAna',
    'Sure.',
  ],
  ['Thunderbird', 'Sure.\n\nAm 04.03.25 um 10:12 schrieb Ana Ruiz:\n> Which?\n> Really?', 'Sure.'],
  [
    'a help desk',
    'It is solved.\n\n##- Please type your reply above this line -##\n\nYour request (1234) was updated.',
    'It is solved.',
  ],
  [
    'quote marks without an attribution',
    'It is the second one.\n\n> Which of them?\n> The first?\n>> Or none?',
    'It is the second one.',
  ],
  [
    'a quoted line that was wrapped',
    'Yes.\n\n> this is a rather long line of a quoted mail which the client then did\nwrap badly\n> and goes on here',
    'Yes.',
  ],
  ['nothing but a reply', 'Just do it.\n\nReally.', 'Just do it. Really.'],
];

/** The same, for mails that end in a signature, a disclaimer or a line of a device. */
export const SIGNED: readonly (readonly [string, string, string, ...string[]])[] = [
  [
    'the delimiter of RFC 3676',
    'Use it.\n\n-- \nBen Okoye\nSolution Engineer\n+44 20 7946 0000',
    'Use it.',
    'delimiter',
  ],
  ['a closing formula', 'Use it.\n\nBest regards,\nBen Okoye\nSolution Engineer, Corp', 'Use it.', 'closing'],
  ['a closing formula on one line with the name', 'Use it.\n\nThanks, Ben', 'Use it.', 'closing'],
  [
    'a German one',
    'Bitte nutzen.\n\nMit freundlichen Grüßen\nBen Okoye\n\nCorp GmbH\nTel. +49 30 1234567',
    'Bitte nutzen.',
    'closing',
  ],
  ['a Spanish one', 'Úselo.\n\nUn saludo,\nBen', 'Úselo.', 'closing'],
  ['a Japanese one', '使ってください。\n\nよろしくお願いいたします。\n田中', '使ってください。', 'closing'],
  ['the name alone', 'Use it.\n\nBen', 'Use it.', 'closing'],
  [
    'a disclaimer',
    'Use it.\n\nThis e-mail is confidential and intended solely for the addressee. If you have received this e-mail in error, please notify the sender and delete this message.',
    'Use it.',
    'disclaimer',
  ],
  [
    'a German disclaimer below a signature',
    'Ja.\n\nViele Grüße\nBen\n\nDiese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind oder diese E-Mail irrtümlich erhalten haben, informieren Sie bitte sofort den Absender und vernichten Sie diese E-Mail.',
    'Ja.',
    'closing',
    'disclaimer',
  ],
  [
    'a list footer',
    'Yes.\n\n_______________________________________________\nSales mailing list\nsales@lists.example\nhttps://lists.example/listinfo/sales',
    'Yes.',
    'footer',
  ],
  [
    'a list footer below the quote',
    'Yes.\n\nOn 4 Mar 2025 10:12, Ana wrote:\n> Is it?\n\n_______________________________________________\nSales mailing list\nsales@lists.example',
    'Yes.',
  ],
];

/** Where the answer stands, the mail, and what its author wrote. */
export const BELOW: readonly (readonly [string, string, string])[] = [
  ['below the quote', 'On 4 Mar 2025 10:12, Ana Ruiz wrote:\n> Which price?\n\nThe list price.', 'The list price.'],
  [
    'below a quote with a blank line inside',
    '> Which price?\n> \n> Ana\n\nThe list price.\n\nAlways.',
    'The list price. Always.',
  ],
  [
    'between the lines: what is answered stays',
    'On 4 Mar 2025 10:12, Ana Ruiz wrote:\n> Which price?\n\nThe list price.\n\n> Any discount?\n\nTen percent.',
    '> Which price? The list price. > Any discount? Ten percent.',
  ],
  [
    'between the lines, with an opening',
    'Hi Ana, see below.\n\n> Which price?\n\nThe list price.\n\n> Thanks\n> Ana',
    'Hi Ana, see below. > Which price? The list price.',
  ],
];

/** Name and mail of which nothing is cut off. */
export const LEFT_ALONE: readonly (readonly [string, string])[] = [
  ['a colon after "wrote" in a sentence', 'Their lawyer wrote to us on Monday: they accept.\nSo we can sign.'],
  ['a journey that looks like headers', 'From: Madrid\nTo: London\nDate: 4 March\n\nPlease book it.'],
  [
    '"On" at the beginning of a sentence',
    'On Monday we spoke with the client.\nThey asked for:\n- a discount\n- a longer term',
  ],
  ['a greater-than sign inside', 'Choose the plan where seats > 50 and price < 10.'],
  [
    'thanks with more behind it',
    'Thanks! That works for the 50 seats, and I will tell them about the longer term that we need.',
  ],
  [
    'a drawn line in the middle',
    'First part.\n\n-----\n\nThe second part is longer and has a full sentence that nobody would call a signature at all.',
  ],
  ['"regards" in a sentence', 'As regards the discount, please ask finance before you promise anything to them.'],
  [
    '"sent from my" in a sentence',
    'The file was sent from my colleague yesterday evening and it should be with you, so please look at it first.',
  ],
];
