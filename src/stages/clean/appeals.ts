/**
 * Appeals for money: one paragraph, or several with a list between them, at either end of an article.
 */
import type { Phrases } from './phrases.ts'

/** Begin an appeal of several paragraphs. In lower case, with straight quotes; found anywhere in a short paragraph. */
export const appealOpeners: Phrases = {
  en: [
    "we (have|need|'d like to ask)( you)?( for)? (a|one) (quick |small |tiny |big |simple )?favou?r",
    'before you (go|leave|continue)\\b',
    "since you're here",
    'can we count on you',
    '(please )?(help|support) (us|our (work|journalism|mission|newsroom))\\b',
    'we need your (help|support)',
    'a (quick )?(note|message|word|appeal) from (our|the) (editors?|team|founder|publisher)',
  ],
  de: [
    'wir haben eine (kleine |kurze |große )?bitte',
    'eine (kleine |kurze )?bitte an (sie|dich|euch)',
    'bevor (sie|du|ihr) (gehen|gehst|geht|weiterlesen|weiterliest)',
    'wir brauchen (ihre|deine|eure) (hilfe|unterstützung)',
    'unterstütz(e|en sie|t) (uns|unsere (arbeit|redaktion))\\b',
    'in eigener sache',
  ],
  fr: [
    'nous avons (un petit service|une faveur) à vous demander',
    'avant de partir',
    'nous avons besoin de (vous|votre (aide|soutien))',
    'soutenez(-nous| notre (travail|journal|rédaction))',
  ],
  es: [
    'tenemos un (pequeño )?favor que pedir',
    'antes de (irte|que te vayas|irse)',
    'necesitamos (tu|su) (ayuda|apoyo)',
    'apoya nuestro (trabajo|periodismo)',
  ],
  it: [
    'abbiamo un (piccolo )?favore da chieder',
    'prima di andare',
    'abbiamo bisogno (di te|del (tuo|vostro) (aiuto|sostegno))',
    'sostieni(ci| il nostro (lavoro|giornalismo))',
  ],
  pt: [
    'temos um (pequeno )?favor a pedir',
    'antes de (ir|sair)\\b',
    'precisamos d[ae] su?a? ?(ajuda|apoio)',
    'apoie (o nosso|nosso) (trabalho|jornalismo)',
  ],
  nl: [
    'we hebben een (kleine )?(gunst|vraag|verzoek)',
    'voordat (je|u) (gaat|verder)',
    'we hebben (je|jouw|uw) (hulp|steun) nodig',
    'steun (ons|onze (werk|journalistiek))\\b',
  ],
  pl: ['mamy (małą |krótką )?prośbę', 'potrzebujemy (twojej|waszej) (pomocy|wsparcia)', 'wesprzyj (nas|naszą (pracę|redakcję))'],
  ru: [
    'у нас (есть )?(к вам )?(небольшая |маленькая )?просьба',
    'нам нужна ваша (помощь|поддержка)',
    'поддержите (нас|нашу (работу|редакцию))',
  ],
  sv: ['vi har en (liten )?(bön|tjänst att be)', 'vi behöver (din|er) (hjälp|stöd)', 'stöd (oss|vårt (arbete|journalistik))\\b'],
}

/** What only an appeal to the reader says: the money, and 'you' or 'we'. */
export const appealSigns: Phrases = {
  en: [
    '\\bwe (rely|depend) (solely |entirely |only |mostly |largely )?(up)?on (small |your |the )?(\\w+ )?(donations|contributions|generosity|support (of|from) (readers|subscribers|people|you))',
    '(with|for) as little as [$€£¥₹]?\\d',
    '\\b(please|will you|can you|would you)( please)?( \\w+){0,2} (donate|chip in|contribute|make a (small |\\w+ )?(donation|contribution|gift))\\b',
    '\\b(donate|give|chip in|contribute) (now|today|here|what you can|[$€£]\\d+)',
    '\\b(make|consider making) (a|your) ([\\w-]+ ){0,2}(donation|contribution|gift)( (today|now|to (us|our|support)))',
    '\\byour (\\w+[ -]){0,2}(donation|contribution|gift|support) (helps|keeps|allows|enables|will help|makes|means|powers)',
    '\\b(support|fund) (our|independent|quality) (\\w+ )?(work|journalism|reporting|newsroom|mission)\\b.{0,100}(today|donat|contribut|subscri|member|[$€£]\\d|\\bfor just\\b)',
    '\\bif (everyone|everybody|each person) (who (reads|is reading)|reading) this',
    '\\bbecome a (\\w+ )?(supporter|patron|donor|sustaining member|monthly donor)\\b',
    '\\b(support|follow|find) us on patreon\\b',
    '\\b(is|as|are) an? (\\w+, )?(501\\(c\\)\\(3\\)|non-?profit)\\b.{0,120}\\b(we|our|us|you|your)\\b.{0,80}(donat|support|rely|contribut)',
    '\\b(all )?donations are tax[- ]deductible',
  ],
  de: [
    '\\b(wir sind|unsere (arbeit|redaktion) ist) (auf (ihre|deine|eure)? ?(spenden?|unterstützung)) angewiesen',
    '\\bspende(n sie|t)? (jetzt|heute|noch heute|bitte)\\b',
    '\\b(bitte|jetzt|mit) (\\w+ ){0,3}(ihrer|deiner|eurer|einer) (\\w+ )?spende\\b.{0,60}\\b(uns|wir|unser)',
    '\\bmit (nur|schon) \\d+ (euro|€)( im monat)?',
    '\\b(ihre|deine|eure) (\\w+ )?spende (hilft|ermöglicht|sichert)',
    '\\bwerde(n sie)? (jetzt |heute )?(mitglied|förder(er|mitglied)|unterstützer)',
    '\\bschon ab \\d+ (euro|€)',
  ],
  fr: [
    '\\b(faites|faire) un don\\b.{0,60}(aujourd|maintenant|nous|notre|ici)?',
    '\\bnous dépendons de vos dons',
    '\\bvotre (don|soutien|contribution) (nous )?(aide|permet)',
    '\\bpour seulement \\d+ ?(€|euros)',
    '\\b(devenez|devenir) (donateur|mécène|soutien)',
  ],
  es: [
    '\\b(haz|haga|hacer) (una|tu|su) donación\\b',
    '\\bdependemos de (tus|sus|las) donaciones',
    '\\b(tu|su) (donación|aportación|apoyo) (nos )?(ayuda|permite)',
    '\\bpor (sólo|solo|tan solo) \\d+ ?(€|euros|dólares)( al mes)',
    '\\bdona (ahora|hoy|aquí)\\b',
    '\\bhazte (socio|socia)\\b',
  ],
  it: [
    '\\b(fai|fate|fare) una donazione\\b',
    '\\b(la tua|una tua|il tuo) (donazione|contributo|sostegno) (ci )?(aiuta|permette)',
    '\\bdona (ora|adesso|oggi)\\b',
    '\\bcon (soli|appena) \\d+ ?(€|euro)( al mese)',
    '\\bdiventa (un )?(sostenitore|socio|abbonato)',
  ],
  pt: [
    '\\b(faça|fazer) (uma|a sua|sua) (doação|contribuição)\\b',
    '\\b(a )?sua (doação|contribuição) (nos )?(ajuda|permite)',
    '\\bdoe (agora|hoje|aqui)\\b',
    '\\bdependemos (das suas|de) doações',
    '\\bseja (um )?(apoiador|assinante)',
  ],
  nl: [
    '\\b(doneer|geef) (nu|vandaag|hier)\\b',
    '\\b(uw|jouw|je) (donatie|bijdrage|steun|gift) (helpt|maakt|zorgt)',
    '\\bwe zijn afhankelijk van (\\w+ )?(donaties|giften)',
    '\\bvoor slechts \\d+ ?(€|euro)',
    '\\bword (nu |vandaag )?(lid|donateur|vriend)\\b',
  ],
  pl: [
    'przekaż (nam )?(darowiznę|datek)',
    'wpłać (teraz|dziś|darowiznę)',
    '(twoja|wasza) (darowizna|wpłata) (pomaga|pozwala|pomoże)',
    'utrzymujemy się z (darowizn|wpłat)',
    'zostań (naszym )?(patronem|darczyńcą)',
  ],
  ru: [
    '(сделайте|оформите) (\\S+ )?(пожертвование|донат)',
    'мы (существуем|работаем|живём|живем) (\\S+ )?(на|благодаря) (\\S+ )?(пожертвования|донат)',
    'ваше (пожертвование|поддержка) помо',
    'станьте (\\S+ )?(патроном|спонсором)',
    'пожертвуйте (сейчас|сегодня|любую)',
  ],
  sv: [
    '\\b(skänk|ge) en gåva\\b',
    '\\bdin gåva (hjälper|gör|bidrar)',
    '\\bvi är beroende av (\\S+ )?(gåvor|donationer)',
    '\\bbli (stödmedlem|månadsgivare)\\b',
    '\\bför bara \\d+ (kronor|kr)',
  ],
}
