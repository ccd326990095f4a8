import { folded } from '../text/fold.ts';

const list = (words: string): readonly string[] => folded(words.split('|'));

/** How clients say "wrote" in the line above a quote. */
export const WROTE = list(
  `wrote|writes|has written|said|schrieb|hat geschrieben|geschrieben|a écrit|ecrit|écrivait|vous a écrit|escribió|
  escribio|escribiu|va escriure|ha escrito|escreveu|ha scritto|scrive|scrisse|schreef|heeft geschreven|geschreven|
  het volgende geschreven|schreef het volgende|skrev|skrev følgende|skrev följande|har skrevet|kirjoitti|napisał|
  napisała|napisał(a)|napisali|pisze|napsal|napsal(a)|napsala|napísal|napísal(a)|napísala|napisao je|napisao/la je|
  napisala je|je napisao|je napisal|piše|ezt írta|írta|a következőt írta|a scris|a scris următoarele|написал|написал(а)|
  написала|пишет|писал|пише|написав|написав(ла)|написано|написа|yazdı|şunu yazdı|şunları yazdı|έγραψε|כתב|כתבה|כתב/ה|מאת|كتب|
  تمت كتابة ما يلي بواسطة|نوشت|نوشته|写道|寫道|写了|さんは書きました|のメール|が書きました|님이 작성|님이 씀|작성:|wrote the following|đã viết|
  viết|menulis|tulis|เขียน|kirjutas|rašė|parašė|rakstīja|ha escrit|idatzi du|skrifaði|पर लिखा|ने लिखा|kirjoitti näin|escreveu o seguinte|sent you a message|commented`.replace(
    /\s*\n\s*/g,
    '',
  ),
);

/** How such a line begins. */
export const LEAD_INS = list(
  `On|Le|Am|El|Il|Il giorno|In data|Op|Den|Em|Dne|Dňa|Dana|Dne|W dniu|Dnia|On the|In a message dated|A|At|El dia|
  Στις|Στην|בתאריך|ביום|في|در|Vào|Pada|Kuupäeval|Le lun|D.|Dann|Data|Ngày|Am|Wiadomość napisana|Wiadomość napisana przez|
  Quoting|Zitat von|Citando|Citando a|Citat|Quoting from|Dia|Lainaus|Idézet|Selon|Tisztelt|На|На дату|Op|Pe|La|La data de|
  în|Kell|Klo|Tanggal|Nam|Dňa|Í|Þann|Eguna`.replace(/\s*\n\s*/g, ''),
);

/** Quoting lines of web mailers that end with the name and a colon and have no verb: "Quoting Ann <a@b>:". */
export const QUOTING = list(
  `Quoting|Zitat von|Citando|Citando a|Citat från|Citat fra|Selon|Lainaus|Цитирую|Quoting from`.replace(
    /\s*\n\s*/g,
    '',
  ),
);

/** Weekdays and their usual short forms: such a line may begin with the date itself. */
export const WEEKDAYS = list(
  `mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mo|di|mi|do|fr|sa|so|montag|
  dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lun|mar|mer|jeu|ven|sam|dim|lundi|mardi|mercredi|jeudi|vendredi|
  samedi|dimanche|mié|jue|vie|sáb|dom|gio|seg|ter|qua|qui|sex|ma|wo|za|zo|man|tir|ons|tor|fre|lør|søn|mån|tis|lör|sön|
  пн|вт|ср|чт|пт|сб|вс|нд|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|pon|wt|śr|czw|pt|sob|niedz|po|
  út|st|čt|pá|ne|pzt|sal|çar|per|cum|cmt|paz|hét|kedd|sze|csüt|pén`.replace(/\s*\n\s*/g, ''),
);
