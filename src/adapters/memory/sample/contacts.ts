import type {Attribute, Contact} from '../../../contract/index.js';

const plan = (value: 'Nordlicht Plus' | 'Guest' | 'Dealer' | 'Guide'): Attribute => ({key: 'plan', label: 'Plan', value});
const worth = (euros: number): Attribute => ({key: 'worth', label: 'Lifetime value', value: `€${euros.toLocaleString('en')}`});
const language = (value: string): Attribute => ({key: 'language', label: 'Language', value, kind: 'list', editable: true});
const consent = (value: string): Attribute => ({key: 'consent', label: 'Consent', value, editable: true});
const since = (value: string): Attribute => ({key: 'since', label: 'Since', value, kind: 'date'});
const remark = (value: string): Attribute => ({key: 'remark', label: 'Remark', value, kind: 'text', editable: true});
const newsletter = (value: boolean): Attribute => ({key: 'newsletter', label: 'Newsletter', value, kind: 'checkbox', editable: true});

const person = (id: string, name: string, more: Omit<Contact, 'id' | 'name'> = {}): Contact => ({id, name, ...more});

export const contacts: readonly Contact[] = [
  person('marta', 'Marta Kowalczyk', {
    email: 'marta@poczta.example',
    phone: '+48 58 010 77 20',
    attributes: [
      plan('Nordlicht Plus'),
      worth(2184),
      {key: 'batch', label: 'Pole batch', value: 'FJ3-24-07', editable: true},
      consent('Service mail only'),
      language('Polish, English'),
      since('2021-05-14'),
    ],
  }),
  person('khalid', 'خالد المنصوري', {
    phone: '+971 4 0100 482',
    attributes: [plan('Nordlicht Plus'), worth(1460), language('Arabic, English'), remark('مكتب 1204، برج Business Bay')],
  }),
  person('aoife', 'Aoife Byrne', {email: 'aoife.byrne@mail.example', attributes: [plan('Guest'), consent('None'), newsletter(false)]}),
  person('trailhund', '@trail.hund', {attributes: [{key: 'followers', label: 'Followers', value: 18400, kind: 'number'}, plan('Guest')]}),
  person('luc', 'Luc Moreau', {
    email: 'luc.moreau@courrier.example',
    phone: '+33 6 39 98 31 09',
    attributes: [plan('Nordlicht Plus'), worth(873), language('French')],
  }),
  person('caller-0175', '+49 151 0175 223', {phone: '+49 151 0175 223'}),
  person('pedro', 'Pedro Álvarez', {email: 'pedro@correo.example', attributes: [plan('Guest'), language('Spanish')]}),
  person('elif', 'Elif Şahin', {
    email: 'elif.sahin@posta.example',
    attributes: [plan('Nordlicht Plus'), worth(412), language('Turkish, German'), consent('May be quoted')],
  }),
  person('tanaka', '田中 由紀', {
    email: 'yuki.tanaka@yama.example',
    phone: '+81 3 0100 2214',
    company: '株式会社 山の道具店',
    attributes: [plan('Dealer'), worth(6930), language('Japanese'), since('2023-09-02')],
  }),
  person('dana', 'Dana Whitlock', {phone: '+1 802 555 0143', attributes: [plan('Guest'), worth(229), consent('SMS')]}),
  person('alpinhaus', 'Alpinhaus Zürich AG', {
    email: 'einkauf@alpinhaus.example',
    phone: '+41 44 010 20 30',
    company: 'Alpinhaus Zürich AG',
    attributes: [
      plan('Dealer'),
      worth(148200),
      {key: 'discount', label: 'Discount', value: '32 %'},
      {key: 'portal', label: 'Dealer page', value: 'https://dealers.nordlicht.example/alpinhaus', kind: 'link'},
      remark('Buyer: Reto Ammann. Holidays 16 to 25 March.'),
    ],
  }),
  person('marcus', '@marcusgoesup', {email: 'marcus.hale@summitmail.example', attributes: [plan('Nordlicht Plus'), worth(1310)]}),
  person('portal', 'Returns portal', {company: 'Nordlicht Outdoor', attributes: [remark('Machine. Answers go to the warehouse screen.')]}),
  person('ingrid', 'Ingrid Solheim', {phone: '+47 00 01 00 64', attributes: [plan('Nordlicht Plus'), worth(990), language('Norwegian')]}),
  person('visitor-8841', 'Visitor 8841', {attributes: [{key: 'page', label: 'Page', value: 'https://shop.nordlicht.example/shipping', kind: 'link'}]}),
  person('oliver', 'Oliver Grant', {
    email: 'accounts@grantandmoor.example',
    company: 'Grant & Moor Guiding Ltd',
    attributes: [plan('Guide'), worth(18750), {key: 'vat', label: 'VAT number', value: 'GB 000 0000 00'}],
  }),
  person('sigrid', 'Sigrid Aune', {
    email: 'sigrid@fjellsport.example',
    phone: '+47 00 01 00 19',
    company: 'Fjellsport AS',
    attributes: [
      plan('Dealer'),
      worth(92400),
      {key: 'discount', label: 'Discount', value: '30 %'},
      {key: 'expedition', label: 'Expedition', value: 'Austfonna 2026, 14 people'},
      {key: 'departure', label: 'Departure', value: '2026-04-02', kind: 'date'},
    ],
  }),
  person('yusuf', 'Yusuf Demir', {email: 'yusuf@demir.example', attributes: [plan('Guest'), language('Turkish, English')]}),
  person('grete', 'Grete Holm', {email: 'grete.holm@fjordpost.example', phone: '+45 00 10 00 33', attributes: [plan('Nordlicht Plus'), worth(1745)]}),
  person('ben', 'Ben Adeyemi', {email: 'ben.adeyemi@mail.example', attributes: [plan('Guest'), worth(349), newsletter(true)]}),
  person('katarzyna', 'Katarzyna Lis', {email: 'k.lis@poczta.example', attributes: [plan('Nordlicht Plus'), worth(640), language('Polish')]}),
  person('kruger', 'Prof. Anselm Krüger', {
    email: 'krueger@institut.example',
    attributes: [plan('Nordlicht Plus'), worth(3920), remark('Writes long, is usually right.'), since('2014-06-01')],
  }),
  person('harriet', 'Harriet Cole', {email: 'harriet@colefamily.example', attributes: [plan('Guest'), worth(118), newsletter(true)]}),
  person('bastien', 'Bastien Roche', {email: 'bastien@rando.example', attributes: [plan('Guest'), language('French, English')]}),
  person('kite', 'Kite & Cairn stock feed', {
    email: 'dev@kiteandcairn.example',
    company: 'Kite & Cairn',
    attributes: [plan('Dealer'), {key: 'client', label: 'API client', value: 'kc-prod-2'}],
  }),
  person('billund', 'Depot Billund', {company: 'Nordfracht', attributes: [remark('Carrier portal, shipment exceptions')]}),
  person('kev', 'Kev_Outside'),
  person('saga', 'Saga Lindqvist', {email: 'saga.lindqvist@brev.example', phone: '+46 8 465 004 77', attributes: [plan('Guest'), worth(529)]}),
  person('mo', 'Mo Farrelly', {phone: '+353 1 010 0467', attributes: [plan('Guest')]}),
  person('nadia', 'نادية 77 Benali', {phone: '+212 5 0100 7712', attributes: [plan('Nordlicht Plus'), worth(655), language('Arabic, French')]}),
  person('theo', 'Theo Vandersteen', {email: 'theo@vandersteen.example', attributes: [plan('Nordlicht Plus'), worth(2460)]}),
  person('jun', 'Jun & Mika', {email: 'junmika@travel.example', attributes: [plan('Guest')]}),
  person('oksana', 'Оксана Мельник', {phone: '+380 44 010 0512', attributes: [plan('Guest'), language('Ukrainian')]}),
  person('pyrenees', 'Bureau des guides du Vallon', {
    email: 'bureau@guidesduvallon.example',
    company: 'Bureau des guides du Vallon',
    attributes: [plan('Guide'), worth(11280), language('French')],
  }),
  person('gwen', 'Gwen Pritchard', {email: 'gwen@pritchard.example', attributes: [plan('Nordlicht Plus'), worth(780)]}),
  person('rune', 'Rune Aasen', {email: 'rune@luftogfjell.example', company: 'Luft og Fjell magazine', attributes: [remark('Press. Deadline 30 March.')]}),
  person('walker', 'Petra Novotná', {email: 'petra@chodec.example', attributes: [plan('Guest'), remark('On the Via Alpina until 6 April, no signal')]}),
  person('visitor-8866', 'Visitor 8866'),
  person('visitor-8859', 'Visitor 8859'),
  person('zeynep', 'Zeynep Kaya', {phone: '+90 212 010 0844', attributes: [language('Turkish')]}),
  person('bivouac', '@bivouac.betty', {attributes: [{key: 'followers', label: 'Followers', value: 2310, kind: 'number'}]}),
  person('sms-4471', '+44 7700 900471', {phone: '+44 7700 900471'}),
  person('hamburg', 'Depot Hamburg Süd', {company: 'Nordfracht'}),
  person('hannah', 'Hannah Osei', {email: 'hannah.osei@mail.example', attributes: [plan('Nordlicht Plus'), worth(512)]}),
  person('visitor-8790', 'Visitor 8790'),
  person('noura', 'نورة السبيعي', {phone: '+966 11 0100 318', attributes: [language('Arabic'), worth(529)]}),
  person('piotr', 'Piotr Nowak', {attributes: [consent('May be quoted'), language('Polish')]}),
  person('fjellsport', 'Fjellsport AS, accounts', {email: 'faktura@fjellsport.example', company: 'Fjellsport AS', attributes: [plan('Dealer')]}),
  person('sms-0045', '+33 6 39 98 45 78', {phone: '+33 6 39 98 45 78'}),
  person('luna', '@luna.camps'),
  person('robert', 'Robert Kline', {phone: '+1 503 555 0188', attributes: [plan('Guest'), worth(189)]}),
  person('silvia', 'Silvia Conti', {email: 'silvia.conti@lettera.example', attributes: [plan('Guest'), language('Italian')]}),
  person('andriy', 'Андрій К.', {attributes: [language('Ukrainian')]}),
  person('spam', 'Rapid Rank Boosters', {email: 'sales@rapidrank.example', blocked: true}),
  person('ffion', 'Ffion Davies', {email: 'ffion@ysgol.example', company: 'Ysgol y Bryn', attributes: [remark('School, pays by purchase order')]}),
  person('matteo', 'Matteo Rinaldi', {email: 'matteo@rinaldi.example', phone: '+39 06 000 0991'}),
  person('wedding', 'Clara & Henrik', {email: 'clara.henrik@hochzeit.example', attributes: [plan('Guest'), worth(1290)]}),
  person('scouts', 'Scouts Lüneburg', {email: 'material@scouts-lg.example', company: 'Scouts Lüneburg', attributes: [plan('Guide'), worth(4310)]}),
  person('ama', 'Ama Boateng', {email: 'ama@boateng.example', attributes: [plan('Nordlicht Plus'), worth(1033)]}),
  person('gearnerd', '@gear.nerd.tv', {attributes: [{key: 'followers', label: 'Followers', value: 96200, kind: 'number'}]}),
  person('tuula', 'Tuula Virtanen', {email: 'tuula@posti.example', attributes: [plan('Guest'), language('Finnish, English')]}),
  person('diego', 'Diego Fuentes', {phone: '+34 91 010 0260', attributes: [language('Spanish'), worth(349)]}),
  person('lotte', 'Lotte de Wit', {email: 'lotte@dewit.example', attributes: [plan('Nordlicht Plus'), worth(876)]}),
  person('applicant', 'Jannik Ohlsen', {email: 'jannik.ohlsen@mail.example'}),
  person('owen', 'Owen Tait', {email: 'owen@tait.example', attributes: [plan('Guest'), worth(212)]}),
  person('hiker-fr', 'Maëlle Garnier', {email: 'maelle@garnier.example', attributes: [language('French')]}),
];
