import { fold } from '../text/fold.ts';

/** The fields that mail clients print above a quoted or forwarded mail. */
export type HeaderField = 'from' | 'to' | 'cc' | 'date' | 'subject' | 'other';

/**
 * How clients of many languages label these fields. A label may mean one thing in one language and another elsewhere
 * (Danish `Fra`, Italian `A`, Spanish `De`); where two fields share a word the commoner one wins.
 */
const LABELS: Readonly<Record<HeaderField, string>> = {
  from: `From|Von|De|De la|Da|Van|Fra|Från|Frá|Lähettäjä|Od|Nadawca|Odesílatel|Odosielateľ|Feladó|Küldő|Expeditor|
    Expeditorul|Expéditeur|Expedidor|Remitente|Remetente|Mittente|Absender|Afzender|Avsender|Avsändare|Afsender|Šalje|
    Pošiljatelj|Šalje se|От|От кого|Отправитель|Від|Від кого|Відправник|Подател|Изпратено от|Šiljalac|Пошиљалац|Kimden|
    Gönderen|Από|Αποστολέας|מאת|من|المرسل|از|فرستنده|差出人|送信元|送信者|发件人|寄件者|寄件人|發件人|보낸 사람|보낸사람|발신|จาก|Từ|
    Dari|Pengirim|Saatja|Kellelt|Nuo|Siuntėjas|No|Sūtītājs|Remitent|Igorlea|Daripada|Mula kay|प्रेषक|من قبل|ผู้ส่ง|Người gửi`,
  to: `To|An|À|A|Aan|Para|Pour|Til|Till|Vastaanottaja|Do|Adresat|Komu|Pro|Pre|Címzett|Către|Destinatar|Destinatarul|
    Destinataire|Destinatario|Destinatário|Empfänger|Ontvanger|Mottaker|Mottagare|Modtager|Prima|Primatelj|За|Za|Кому|До|
    Получатель|Одержувач|Kime|Alıcı|Προς|Παραλήπτης|אל|عبر|إلى|الى|به|宛先|送信先|收件人|收件者|받는 사람|받는사람|수신|ถึง|Đến|
    Tới|Kepada|Saaja|Kellele|Kam|Kam adresuota|Gavėjas|Saņēmējs|Per a|Nori|प्रति|ผู้รับ|Người nhận|Til|Viðtakandi`,
  cc: `Cc|CC|Kopie|Kopie (CC)|Kopi|Kopia|Kopio|Kópia|Copie|Copie à|Copia|Cópia|Másolat|Másolatot kap|Dw|DW|Do wiadomości|
    Копия|Копія|Bilgi|Κοιν.|Κοινοποίηση|עותק|העתק|نسخة|نسخه|رونوشت|抄送|副本|参照|참조|สำเนา|Koopia|Kopija|Zn.|Kp|Samrit|Afrit|Tembusan|
    Đồng kính gửi|Bcc|BCC|Bcc:|Blindkopie|Skrytá kopie|Скрытая копия`,
  date: `Date|Datum|Data|Dato|Datë|Fecha|Dátum|Dată|Päivämäärä|Päiväys|Дата|Tarih|Ημερομηνία|Ημ/νία|תאריך|التاريخ|تاریخ|日付|日時|日期|
    날짜|วันที่|Ngày|Tanggal|Kuupäev|Datums|Dagsetning|Sent|Sent at|Sent on|Gesendet|Gesendet am|Envoyé|Envoyé le|Enviado|
    Enviado el|Enviada|Enviada em|Enviado em|Enviat|Inviato|Verzonden|Sendt|Skickat|Lähetetty|Wysłano|Data wysłania|Odesláno|
    Odoslané|Elküldve|Küldve|Trimis|Trimis la|Poslano|Poslato|Отправлено|Надіслано|Відправлено|Изпратено|Gönderildi|Gönderilen|
    Gönderme Tarihi|Στάλθηκε|Εστάλη|נשלח|تم الإرسال|أرسل|تاریخ ارسال|送信日時|发送时间|发送日期|寄件日期|傳送日期|發送日期|보낸 날짜|보낸날짜|발신일|ส่ง|Đã gửi|Gửi lúc|Dikirim|
    Terkirim|Saadetud|Išsiųsta|Nosūtīts|Sent time|Time|Uhrzeit|दिनांक`,
  subject: `Subject|Betreff|Objet|Sujet|Asunto|Assunto|Oggetto|Onderwerp|Emne|Ämne|Aihe|Otsikko|Temat|Předmět|Predmet|Tárgy|
    Subiect|Subiectul|Naslov|Naslov poruke|Zadeva|Тема|Тема листа|Относно|Предмет|Konu|Θέμα|נושא|הנדון|الموضوع|موضوع|件名|主题|主旨|主題|標題|제목|เรื่อง|
    Chủ đề|Tiêu đề|Subjek|Perihal|Teema|Tema|Temats|Assumpte|Gaia|Efni|विषय|Lýsing`,
  other: `Reply-To|Reply To|Antwort an|Répondre à|Responder a|Rispondi a|Antwoord aan|Svar til|Svara till|Vastausosoite|
    Odpowiedź do|Odpověď na|Válaszcím|Ответить|Importance|Wichtigkeit|Priorität|Priority|Importância|Importancia|Belang|
    Priorité|Ważność|Attachments|Attachment|Anlagen|Anhänge|Pièces jointes|Adjuntos|Datos adjuntos|Anexos|Allegati|
    Bijlagen|Vedhæftede filer|Vedlegg|Bilagor|Liitteet|Załączniki|Přílohy|Prílohy|Mellékletek|Вложения|Ekler|添付ファイル|附件|첨부|
    Organization|Organisation|Newsgroups|Message-ID|List-ID|Sensitivity|Categories|Sender|Resent-From|Resent-To|Message-Id|
    In-Reply-To|References|MIME-Version|Content-Type|X-Mailer|User-Agent|Return-Path|Delivered-To|Received`,
};

const split = (list: string): string[] => list.split('|').map((word) => word.trim());

/** Folded label → field. */
export const HEADER_LABELS: ReadonlyMap<string, HeaderField> = new Map(
  (Object.entries(LABELS) as [HeaderField, string][])
    .reverse()
    .flatMap(([field, list]) => split(list).map((label): [string, HeaderField] => [fold(label), field])),
);

/** Labels as clients print them, longest first: for headers that were run together into one line. */
export const PRINTED_LABELS: readonly (readonly [string, HeaderField])[] = (
  Object.entries(LABELS) as [HeaderField, string][]
)
  .flatMap(([field, list]) => split(list).map((label): readonly [string, HeaderField] => [label, field]))
  .sort((a, b) => b[0].length - a[0].length);
