import { folded } from '../text/fold.ts';

const list = (words: string): readonly string[] => folded(words.replace(/\s*\n\s*/g, '').split('|'));

/** What stands between dashes above a forwarded mail ("---------- Forwarded message ---------"). */
export const FORWARDED = list(
  `Forwarded message|Forwarded mail|Forwarded by|Forwarded Message|Fwd.Msg|Begin forwarded message|Start of forwarded message|
  Weitergeleitete Nachricht|Anfang der weitergeleiteten Nachricht|Weitergeleitete E-Mail|Weitergeleitet von|
  Message transféré|Message transmis|Message réexpédié|Début du message réexpédié|Début du message transféré|
  Mensaje reenviado|Mensaje retransmitido|Inicio del mensaje reenviado|Missatge reenviat|Mensaxe reenviada|
  Mensagem encaminhada|Mensagem reencaminhada|Início da mensagem encaminhada|Início da mensagem reencaminhada|
  Messaggio inoltrato|Inizio messaggio inoltrato|Inizio del messaggio inoltrato|
  Doorgestuurd bericht|Begin doorgestuurd bericht|Doorgezonden bericht|
  Videresendt meddelelse|Videresendt besked|Start på videresendt besked|Videresendt melding|Start på videresendt melding|
  Vidarebefordrat meddelande|Vidarebefordrat mejl|Vidarebefordrat brev|Början på vidarebefordrat brev|
  Edelleenlähetetty viesti|Välitetty viesti|Välitetty viesti alkaa|
  Przekazana wiadomość|Wiadomość przesłana dalej|Treść przekazanej wiadomości|Początek przekazywanej wiadomości|
  Přeposlaná zpráva|Začátek přeposílané zprávy|Předaná zpráva|Preposlaná správa|Začiatok preposlanej správy|
  Továbbított üzenet|Továbbított levél|Továbbított levél kezdete|
  Mesaj redirecționat|Începe mesajul redirecționat|Mesaj transmis mai departe|
  Proslijeđena poruka|Započni proslijeđenu poruku|Prosleđena poruka|Posredovano sporočilo|Препратено съобщение|
  Пересылаемое сообщение|Перенаправленное сообщение|Пересланное сообщение|Начало переадресованного сообщения|
  Переслане повідомлення|Перенаправлене повідомлення|Початок листа, що пересилається|
  İletilen İleti|İletilmiş Mesaj|İletilen mesaj|İleti başlangıcı|Yönlendirilen ileti|
  Προωθημένο μήνυμα|Έναρξη προωθημένου μηνύματος|הודעה שהועברה|הודעה מועברת|رسالة معاد توجيهها|الرسالة المحولة|پیام ارسال شده|
  転送されたメッセージ|メッセージを転送|転送メッセージ|转发的邮件|已转发邮件|转发邮件|轉寄的郵件|轉寄郵件|전달된 메일|전달된 메시지|ข้อความที่ส่งต่อ|Thư đã được chuyển tiếp|
  Tin nhắn được chuyển tiếp|Pesan terusan|Pesan yang diteruskan|Edastatud kiri|Persiųstas laiškas|Pārsūtīta vēstule|Áframsent skeyti`,
);

/** What stands between dashes above the mail that is answered ("-----Original Message-----"). */
export const ORIGINAL = list(
  `Original Message|Original message|Original Mail|Original E-mail|Originalnachricht|Ursprüngliche Nachricht|Originale Nachricht|
  Original-Nachricht|Original-Mail|Message d'origine|Message original|Message initial|Mail original|Mensaje original|Missatge original|Mensaxe orixinal|
  Mensagem original|Messaggio originale|Messaggio Originale|Oorspronkelijk bericht|Origineel bericht|Oprindelig meddelelse|
  Original meddelelse|Ursprungligt meddelande|Originalmeddelande|Originalmeddelelse|Opprinnelig melding|
  Alkuperäinen viesti|Wiadomość oryginalna|Oryginalna wiadomość|Původní zpráva|Pôvodná správa|Eredeti üzenet|Mesaj original|
  Mesajul original|Izvorna poruka|Originalna poruka|Izvirno sporočilo|Оригинално съобщение|Исходное сообщение|Исходное письмо|Оригинальное сообщение|
  Первоначальное сообщение|Оригінальне повідомлення|Вихідне повідомлення|Orijinal Mesaj|Özgün İleti|Orijinal İleti|
  Αρχικό μήνυμα|הודעה מקורית|الرسالة الأصلية|پیام اصلی|元のメッセージ|オリジナルメッセージ|原始邮件|原邮件|原始郵件|原始訊息|원본 메시지|원본 메일|ข้อความต้นฉบับ|
  Tin nhắn gốc|Thư gốc|Pesan Asli|Algne sõnum|Originalus laiškas|Sākotnējā ziņa|Upprunaleg skilaboð|Reply Separator|Reply message|Reply Message`,
);

/** What help desks print above everything that is not the reply. */
export const REPLY_ABOVE = list(
  `reply above this line|type your reply above this line|please type your reply above this line|write above this line|
  antworten sie oberhalb dieser linie|bitte antworten sie oberhalb dieser zeile|antwort bitte oberhalb dieser zeile|
  répondez au-dessus de cette ligne|veuillez répondre au-dessus de cette ligne|responda por encima de esta línea|
  escriba su respuesta por encima de esta línea|responda acima desta linha|rispondi sopra questa riga|
  antwoord boven deze regel|svar over denne linje|svara ovanför den här raden|odpowiedz powyżej tej linii|
  пишите ответ выше этой строки`,
);

/** Prefixes that say "reply". */
export const REPLY_PREFIXES = list(
  `re|aw|antw|antwort|sv|svar|vs|vá|válasz|odp|odpověď|ynt|yanıt|ref|rif|rép|r|res|resp|回复|回覆|答复|返信|답장|回|отв|ответ|відп|απ|σχετ|השב|رد|ats|
  atb|bls|balas|trả lời|ad|vast`,
);

/** Prefixes that say "forward". */
export const FORWARD_PREFIXES = list(
  `fwd|fw|wg|weitergeleitet|tr|rv|enc|enc.|encaminhado|i|doorst|vb|vl|vs|vidarebefordrat|videresend|videresendt|videres|fs|pd|
  podaj dalej|továbbítás|iletilmiş|ilt|yönlendirilmiş|转发|轉寄|轉發|転送|전달|пересл|пер|переслано|πρθ|προωθ|הועבר|إعادة توجيه|terusan|
  chuyển tiếp|rm|redirecționat|přep|přeposlat`,
);
