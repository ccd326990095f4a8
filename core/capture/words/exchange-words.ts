import { folded } from '../text/fold.ts';

const list = (words: string): readonly string[] => folded(words.replace(/\s*\n\s*/g, '').split('|'));

/** Thanks: the person who asked says that an answer helped. */
export const THANKS = list(
  `thanks|thank you|thx|cheers|much appreciated|danke|vielen dank|dank dir|merci|gracias|muchas gracias|obrigado|obrigada|grazie|bedankt|dank je|tak|takk|tack|
  kiitos|dziękuję|dzięki|děkuji|díky|ďakujem|köszönöm|köszi|mulțumesc|mersi|hvala|спасибо|дякую|благодаря|teşekkürler|teşekkür ederim|sağol|ευχαριστώ|תודה|شكرا|
  ありがとう|谢谢|謝謝|감사합니다|고맙습니다|ขอบคุณ|cảm ơn|terima kasih|tänan|ačiū|paldies`,
);

/** It worked. */
export const CONFIRMED = list(
  `that works|that worked|it works|works now|works for me|solved|that solved|that helps|that helped|perfect|exactly what i needed|great answer|spot on|you are right|you're right|
  das funktioniert|hat funktioniert|funktioniert|klappt|hat geholfen|perfekt|genau das|gelöst|ça marche|ça fonctionne|parfait|résolu|c'est réglé|
  funciona|funcionó|perfecto|resuelto|solucionado|funcionou|perfeito|resolvido|funziona|perfetto|risolto|werkt|het werkt|opgelost|virker|det virker|fungerar|det fungerar|löst|toimii|
  działa|rozwiązane|funguje|vyřešeno|működik|megoldva|merge|rezolvat|работает|помогло|решено|працює|çalıştı|çözüldü|解決しました|解决了|해결`,
);

/** Somebody else says the same. */
export const ENDORSED = list(
  `+1|i agree|agree with|agreed|seconded|same here|exactly|as ben said|stimme zu|sehe ich auch so|genau so|d'accord|je confirme|de acuerdo|estoy de acuerdo|concordo|sono d'accordo|
  mee eens|enig|enig i|håller med|samaa mieltä|zgadzam się|souhlasím|egyetértek|согласен|согласна|погоджуюсь|katılıyorum|同感|同意`,
);

/** How questions and requests begin where no question mark stands. */
export const ASKS = list(
  `how do|how can|how to|what is|what are|which|who knows|does anyone|does anybody|can anyone|can someone|could you|could anyone|can you|any idea|any ideas|i wonder|please advise|
  do we have|do you know|is there|are there|looking for|i need to know|help with|wie kann|wie geht|weiß jemand|kann jemand|hat jemand|gibt es|kannst du|können sie|
  comment|quelqu'un sait|est-ce que|y a-t-il|pouvez-vous|savez-vous|cómo|alguien sabe|hay alguna|podrías|pueden|como faço|alguém sabe|existe|poderia|come posso|qualcuno sa|c'è|potete|
  hoe kan|weet iemand|is er|kun je|hvordan|er der nogen|hur kan|finns det|vet någon|miten|onko|jak|czy ktoś|ví někdo|hogyan|cum|știe cineva|как|кто знает|есть ли|як|чи є|nasıl|var mı|
  どうすれば|教えて|如何|怎么|怎樣|有没有|어떻게|혹시`,
);

/** First lines that greet. */
export const GREETINGS = list(
  `hi|hello|hey|dear|good morning|good afternoon|good evening|hallo|guten tag|guten morgen|liebe|lieber|sehr geehrte|sehr geehrter|moin|servus|bonjour|bonsoir|salut|cher|chère|hola|
  buenos días|buenas tardes|estimado|estimada|olá|oi|bom dia|boa tarde|caro|cara|prezado|prezada|ciao|buongiorno|gentile|beste|goedemorgen|goedemiddag|hoi|hej|kære|hei|kjære|god morgen|
  hejsan|moi|hyvää huomenta|cześć|dzień dobry|witam|szanowny|ahoj|dobrý den|szia|kedves|bună|bună ziua|pozdrav|здравствуйте|привет|добрый день|вітаю|добрий день|merhaba|selam|sayın|
  γεια|καλημέρα|שלום|היי|مرحبا|السلام عليكم|こんにちは|お疲れ様です|你好|您好|안녕하세요|สวัสดี|xin chào|halo|tere|labas|sveiki|hi all|hi team|hello everyone`,
);
