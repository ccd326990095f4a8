import { folded } from '../text/fold.ts';

const list = (words: string): readonly string[] => folded(words.replace(/\s*\n\s*/g, '').split('|'));

/** How the lines begin that phones and apps add on their own. */
export const MOBILE = list(
  `Sent from my|Sent from a|Sent from an|Sent from mobile|Sent from Mail|Sent from Yahoo|Sent from Outlook|Sent from Samsung|Sent from the all new|Sent from Proton|Sent from AOL|Sent from iPhone|
  Sent from iPad|Sent from Android|Sent from Gmail|Sent from Nine|Sent from Spark|Sent from BlueMail|Sent from Front|Sent from Windows|Sent from myMail|Sent from Xperia|Sent from Huawei|Sent via|Sent with|Sent on the go|Sent using|
  Get Outlook for|Get BlueMail for|Download Outlook|Typed on my|Written on my|Composed on|Sent by mobile|Sent wirelessly|Sent through|Sent securely|Sent by|
  Von meinem|Gesendet von meinem|Gesendet mit|Gesendet von|Gesendet aus|Gesendet über|Diese Nachricht wurde von meinem|Mit meinem|Outlook für|Holen Sie sich Outlook|Beziehen Sie Outlook|
  Envoyé de mon|Envoyé depuis mon|Envoyé depuis|Envoyé à partir de|Envoyé de|Envoyé par|Envoyé avec|Envoyé du|Téléchargez Outlook|Obtenez Outlook|Télécharger Outlook|
  Enviado desde mi|Enviado desde|Enviado do meu|Enviado de meu|Enviado a partir|Enviado con|Enviado com|Enviado pelo|Enviado por|Enviada do meu|Obtener Outlook|Obter o Outlook|Obtenga Outlook|Enviat des de|Enviado dende|
  Inviato da|Inviato dal mio|Inviato con|Ottieni Outlook|Scarica Outlook|Inviata da|
  Verzonden vanaf mijn|Verstuurd vanaf mijn|Verzonden met|Verzonden vanaf|Verzonden via|Verstuurd met|Outlook voor|Download Outlook voor|Verstuurd vanaf|
  Sendt fra min|Sendt fra|Sendt med|Hent Outlook|Sendt via|Skickat från min|Skickat från|Skickat med|Hämta Outlook|Skaffa Outlook|
  Lähetetty|Lähetetty laitteesta|Hanki Outlook|Wysłane z|Wysłano z|Wysłane przez|Wysłano za pomocą|Pobierz Outlook|Pobierz program Outlook|
  Odesláno z|Odesláno ze|Odesláno|Odoslané z|Odoslané zo|Získat Outlook|Získať Outlook|Stáhnout Outlook|
  Az iPhone-omról küldve|Küldve innen|Elküldve iPhone|Elküldve|iPhone-omról küldve|Küldve a|Trimis de pe|Trimis din|Trimis cu|Obțineți Outlook|
  Poslano s|Poslano sa|Poslano z|Poslato sa|Poslato s|Poslano iz|Изпратено от|Отправлено с|Отправлено из|Отправлено от|Отправлено через|Скачать Outlook|Получить Outlook|Надіслано з|Відправлено з|Надіслано через|
  iPhone'umdan gönderildi|iPhone'dan gönderildi|iPhone'umdan|iPad'imden|Android için Outlook|iOS için Outlook|Outlook'u edinin|
  Στάλθηκε από|Εστάλη από|Λήψη του Outlook|נשלח מה|נשלח מ|נשלח באמצעות|קבל את Outlook|أرسلت من|تم الإرسال من|مرسل من|أُرسلت من|ارسال شده از|فرستاده شده از|الحصول على Outlook|
  iPhoneから送信|iPadから送信|私のiPhoneから|Androidから送信|发自我的|从我的|發自我的|從我的|傳送自|來自我的|发送自|나의 iPhone에서|내 iPhone에서|iPhone에서 보냄|나의 iPad에서|
  ส่งจาก|Đã gửi từ|Gửi từ|Tải xuống Outlook|Dikirim dari|Saadetud minu|Saadetud|Išsiųsta iš|Nosūtīts no|Sent úr|Enviada des|Bidali da|Unduh Outlook`,
);

/** Such lines in languages that end with "sent". */
export const MOBILE_ENDINGS = list(
  `'dan gönderildi|'den gönderildi|'umdan gönderildi|'imden gönderildi|dan gönderildi|den gönderildi|から送信|からの送信|에서 보냄|에서 보냈습니다|에서 전송됨|küldve|készülékemről küldve|gesendet|verzonden|gesendet.|lähetetty|送信`,
);

/** Devices and programs that such a line names. */
export const DEVICES = list(
  `iphone|ipad|ipod|android|blackberry|samsung|galaxy|outlook|windows phone|windows mail|windows 10|windows 11|mail for windows|mobile|
  mobil|handy|smartphone|telefon|téléphone|teléfono|telefone|telefono|telefoon|telefonu|puhelin|cellulare|móvil|móvel|celular|phone|mobiltelefon|tablet|tablette|nokia|htc|
  huawei|xiaomi|redmi|motorola|sony|xperia|oneplus|pixel|lg|lumia|yahoo|gmail|hotmail|mail.ru|proton|protonmail|thunderbird|sparrow|mailbird|spark|airmail|superhuman|
  bluemail|aol|gmx|web.de|posteo|front|hey|zoho|телефон|айфон|смартфон|мобільного|мобилен|מכשיר|אייפון|الهاتف|هاتفي|جوال|手机|手機|스마트폰|watch|mac|mailspring|mymail|t-mobile|verizon|at&t|orange|vodafone|4g|5g|lte|device|gerät|appareil|dispositivo|apparaat|enhed|enhet|urządzenia|laite|laitteesta`,
);

/** Closing formulas, as a line of their own or followed by a comma and a name. */
export const CLOSINGS = list(
  `regards|best regards|kind regards|warm regards|warmest regards|with best regards|with kind regards|kindest regards|many regards|rgds|
  br|kr|best|all the best|best wishes|warmly|cheers|thanks|thank you|thanks a lot|thanks in advance|thank you in advance|many thanks|thanks and regards|thanks & regards|
  thanks and best regards|thank you and regards|thx|ta|sincerely|yours sincerely|sincerely yours|yours faithfully|yours truly|yours|respectfully|take care|talk soon|cordially|
  mit freundlichen grüßen|mit freundlichen grüssen|mit freundlichem gruß|freundliche grüße|freundliche grüsse|viele grüße|viele grüsse|beste grüße|liebe grüße|
  herzliche grüße|schöne grüße|mit besten grüßen|gruß|grüße|lg|vg|mfg|bg|danke|vielen dank|besten dank|danke und viele grüße|
  cordialement|bien cordialement|très cordialement|bien à vous|bien à toi|salutations|meilleures salutations|sincères salutations|amicalement|merci|merci d'avance|merci beaucoup|cdlt|bonne journée|
  saludos|un saludo|saludos cordiales|un cordial saludo|cordialmente|atentamente|atte|muchas gracias|gracias|gracias y saludos|un abrazo|
  atenciosamente|att|cumprimentos|com os melhores cumprimentos|melhores cumprimentos|abraço|abraços|obrigado|obrigada|muito obrigado|muito obrigada|grato|
  cordiali saluti|distinti saluti|un saluto|saluti|un cordiale saluto|grazie|grazie mille|a presto|
  met vriendelijke groet|met vriendelijke groeten|vriendelijke groet|vriendelijke groeten|groeten|groet|groetjes|mvg|hartelijke groet|bedankt|alvast bedankt|dank je|
  med venlig hilsen|venlig hilsen|mvh|de bedste hilsner|hilsen|tak|på forhånd tak|med vennlig hilsen|vennlig hilsen|takk|på forhånd takk|
  med vänlig hälsning|med vänliga hälsningar|vänliga hälsningar|vänligen|hälsningar|tack|tack på förhand|tack så mycket|
  ystävällisin terveisin|parhain terveisin|terveisin|terv|kiitos|yt|
  pozdrawiam|z poważaniem|serdecznie pozdrawiam|pozdrowienia|z pozdrowieniami|dziękuję|dzięki|pozdr|
  s pozdravem|s přátelským pozdravem|děkuji|díky|zdravím|s pozdravom|ďakujem|s úctou|
  üdvözlettel|tisztelettel|köszönettel|köszönöm|üdv|köszi|
  cu stimă|cu respect|o zi bună|toate cele bune|mulțumesc|
  srdačan pozdrav|lijep pozdrav|pozdrav|s poštovanjem|hvala|lep pozdrav|lp|поздрави|с уважение|благодаря|
  с уважением|с наилучшими пожеланиями|всего доброго|спасибо|заранее спасибо|з повагою|дякую|щиро|
  saygılarımla|saygılar|iyi çalışmalar|iyi günler|teşekkürler|teşekkür ederim|sevgiler|kolay gelsin|
  με εκτίμηση|φιλικά|χαιρετισμούς|ευχαριστώ|ευχαριστώ πολύ|בברכה|תודה|תודה רבה|בכבוד רב|מערכה|مع التحية|تحياتي|مع أطيب التحيات|شكرا|شكراً|مع خالص التقدير|با احترام|با تشکر|ممنون|
  よろしくお願いします|よろしくお願いいたします|宜しくお願い致します|敬具|此致|祝好|谢谢|謝謝|敬禮|敬礼|감사합니다|고맙습니다|드림|올림|ขอบคุณ|ขอบคุณครับ|ขอบคุณค่ะ|trân trọng|cảm ơn|salam|terima kasih|hormat saya|
  parimate soovidega|lugupidamisega|tänan|pagarbiai|ačiū|ar cieņu|paldies|kveðja|takk fyrir|salutacions|gràcies|atentament`.replace(
    '|מערכה',
    '',
  ),
);

/** What legal footers say; two of these in one paragraph make it a disclaimer, one where it opens a last paragraph. */
export const DISCLAIMERS = list(
  `confidential|confidentiality|confidentiality notice|privileged|intended solely|intended only|intended recipient|intended addressee|unauthorized|unauthorised|
  if you have received this|received this e-mail in error|received this email in error|received this message in error|notify the sender|delete this|
  disclaimer|please consider the environment|think before you print|dissemination|legally binding|virus-free|free of viruses|scanned for viruses|registered office|registered in|company number|viruses|
  vertraulich|vertrauliche|ausschließlich für den|nicht der richtige adressat|irrtümlich erhalten|vernichten sie|unbefugte|informieren sie bitte sofort|den absender|adressaten|
  confidentiel|confidentielle|destinataire|strictement réservé|si vous avez reçu ce|par erreur|toute diffusion|immédiatement l'expéditeur|pensez à l'environnement|
  confidencial|confidencialidad|destinatario|si ha recibido este|por error|prohibida|notifique|avise al remitente|piense en el medio ambiente|confidencialidade|se você recebeu|proibida|destinatário|por engano|
  riservato|riservate|riservata|destinatario|se avete ricevuto|per errore|qualora|vietata|d.lgs|privacy|
  vertrouwelijk|uitsluitend bestemd|niet de geadresseerde|onterecht|ten onrechte|afzender|geadresseerde|
  fortrolig|fortrolige|konfidentiell|konfidentiellt|avsedd för|tiltenkt|mottakeren|luottamuksellinen|vastaanottaja|
  poufna|poufne|poufny|adresat|adresata|jeżeli otrzymali|omyłkowo|důvěrné|důvěrná|určena pouze|omylem|dôverné|bizalmas|címzett|tévedésből|
  confidențial|destinatarul|din greșeală|povjerljivo|namijenjena|конфиденциальн|конфиденциальной|конфиденциальную|предназначено|по ошибке|адресату|конфіденційн|помилково|gizli|gizlidir|yanlışlıkla|alıcısı|
  εμπιστευτικ|παραλήπτη|סודי|חסוי|בטעות|الموجه إليه|سري|سرية|بطريق الخطأ|محرمانه|機密|宛先|誤って|保密|机密|機密資訊|误收|誤收|비밀|기밀|수신자|잘못`,
);

/** What mailing lists and services print below a mail. */
export const FOOTERS = list(
  `mailing list|unsubscribe|to unsubscribe|you received this message because|you are receiving this|view this message|view it on|reply to this email directly|
  manage your subscription|abmelden|abbestellen|se désabonner|désinscrire|darse de baja|cancelar la suscripción|cancelar inscrição|annulla l'iscrizione|afmelden|uitschrijven|
  avregistrera|afmeld|meld av|wypisz|odhlásit|leiratkozás|dezabonare|отписаться|відписатися|abonelikten|unsubscribe from this group|google groups|yahoo groups|listinfo|list archives|
  this email was scanned|this message has been scanned|avast|avg.com|virus-free|virenfrei|mailscanner|checked by avg|norton|kaspersky`,
);
