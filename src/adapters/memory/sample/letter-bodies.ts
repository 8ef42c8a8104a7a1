/** A newsletter as a customer forwards it: tables in tables, styles on every cell, pictures from afar. */
export const newsletterMail = `<div dir="ltr"><p>Hi, your own newsletter says 15 % off but the basket says "code unknown". I have tried capitals. Harriet</p>
<p style="color:#666666">---------- Forwarded message ----------<br>From: <b>Nordlicht Outdoor</b> &lt;letter@news.nordlicht.example&gt;<br>
Subject: Spring is a verb. 15 % on everything that keeps you dry</p></div>
<style>.btn:hover{background:#8e3a1f !important} @media (max-width:480px){.col{display:block !important;width:100% !important}}</style>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" bgcolor="#eef1ec" style="background:#eef1ec;margin:0">
 <tr><td align="center" style="padding:24px 8px">
  <table role="presentation" width="600" cellpadding="0" cellspacing="0" style="width:600px;max-width:100%;background:#ffffff;border-radius:8px;font-family:Georgia,serif;color:#26302a">
   <tr><td style="padding:20px 32px;border-bottom:1px solid #dfe4dc">
     <img src="https://images.nordlicht.example/letter/logo-moss.png" width="132" height="28" alt="Nordlicht" style="display:block;border:0">
   </td></tr>
   <tr><td><a href="https://shop.nordlicht.example/spring?l=2026-03"><img src="https://images.nordlicht.example/letter/2026-03/hero-tent-at-dawn.jpg" width="600" height="280" alt="A rust tent above a grey lake, at dawn" style="display:block;width:100%;height:auto;border:0"></a></td></tr>
   <tr><td style="padding:28px 32px 8px"><h1 style="margin:0;font-size:28px;line-height:34px;font-weight:normal">Spring is a verb.</h1>
     <p style="font-size:16px;line-height:25px;margin:12px 0 0">The snow is leaving at its own pace. You do not have to wait for it. Until Sunday there is <b style="color:#b44a26">15&nbsp;% off</b> everything that keeps you dry.</p></td></tr>
   <tr><td align="center" style="padding:20px 32px"><table role="presentation" cellpadding="0" cellspacing="0"><tr><td bgcolor="#b44a26" style="border-radius:4px"><a class="btn" href="https://shop.nordlicht.example/spring?code=TROCKEN15" style="display:inline-block;padding:12px 28px;color:#ffffff;text-decoration:none;font-family:Arial,sans-serif;font-size:15px">Use code TROCKEN15</a></td></tr></table></td></tr>
   <tr><td style="padding:8px 24px 24px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr>
     <td class="col" width="33%" valign="top" style="padding:8px"><img src="https://images.nordlicht.example/letter/2026-03/fjell-2.jpg" width="168" height="112" alt="Fjell 2" style="width:100%;height:auto"><p style="margin:8px 0 0;font-size:14px"><b>Fjell 2</b><br><s style="color:#667069">€429</s> €364.65</p></td>
     <td class="col" width="33%" valign="top" style="padding:8px"><img src="https://images.nordlicht.example/letter/2026-03/skog-45.jpg" width="168" height="112" alt="Skog 45 l" style="width:100%;height:auto"><p style="margin:8px 0 0;font-size:14px"><b>Rain cover Skog</b><br><s style="color:#667069">€39</s> €33.15</p></td>
     <td class="col" width="33%" valign="top" style="padding:8px"><img src="https://images.nordlicht.example/letter/2026-03/tarp.jpg" width="168" height="112" alt="Tarp 3 by 3" style="width:100%;height:auto"><p style="margin:8px 0 0;font-size:14px"><b>Tarp 3 × 3</b><br><s style="color:#667069">€119</s> €101.15</p></td>
   </tr></table></td></tr>
   <tr><td bgcolor="#26302a" style="padding:20px 32px;color:#c9d2cb;font-family:Arial,sans-serif;font-size:12px;line-height:18px;border-radius:0 0 8px 8px">Nordlicht Outdoor, Am Beispielkai 3, Hamburg. You get this letter because you once wanted it.
     <a href="https://news.nordlicht.example/off?who=harriet" style="color:#ffffff">No more letters</a>
     <img src="https://images.nordlicht.example/letter/open.gif?m=2026-03&amp;r=harriet" width="1" height="1" alt=""></td></tr>
  </table></td></tr></table>`;

/** A short mail from a desktop program, with its signature block. */
export const pressMail = `<div style="font-family:Calibri,Arial,sans-serif;font-size:11pt;color:#1f1f1f"><p>Hi Signe,</p>
<p>we compare six three-person tents in June, and I would rather have yours than the one I can borrow from my sister:</p>
<ul><li>Fjell 3, any colour but yellow <span style="color:#7f7f7f">(photos on snow)</span></li>
<li>needed by <b>2 April</b>, back with you by 1 May</li><li>slept in by people who snore</li></ul><p>Rune</p>
<table cellpadding="0" style="border-left:3px solid #b44a26"><tr><td style="padding-left:10px;font-size:9pt;color:#5f5f5f"><b>Rune Aasen</b>, editor<br>
Luft og Fjell · <a href="https://luftogfjell.example">luftogfjell.example</a><br><i>Think of the mountain before you print this mail.</i></td></tr></table></div>`;

/** An order as a buyer pastes it out of a spreadsheet. */
export const dealerOrderMail = `<p>Guten Tag Frau Dubois,</p><p>attached our spring order, here the short version:</p>
<table border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse;font-size:10pt">
<tr bgcolor="#dfe7df"><th align="left">Article</th><th>Colour</th><th align="right">Pieces</th><th align="right">Week</th></tr>
<tr><td>Fjell 2</td><td>moss / rust</td><td align="right">36 / 24</td><td align="right">15</td></tr>
<tr><td>Fjell 3</td><td>rust</td><td align="right">24</td><td align="right" style="color:#b00020"><b>15 ?</b></td></tr></table>
<p>Please confirm quantities and the delivery window.</p><p>Freundliche Grüsse<br>Reto Ammann</p>
<p><img src="https://images.nordlicht.example/dealers/alpinhaus-2026.png" alt="Nordlicht dealer 2026" width="160" height="48"></p>`;

/** A mail as only one customer writes them. */
export const longLetter = [
  'Dear ladies and gentlemen,',
  'in April 2014 I bought one of your first Fjell 3 tents, at that time still sewn in Flensburg. Last autumn it reached its two hundredth night outdoors, and I had promised my wife that on this occasion I would finally write to you what I have otherwise only told her. By now the number is 212. I number my points, so that you can disagree with me efficiently.',
  'A word on the method first, since you will ask. For each night I note place, date, weather, who slept on which side, and one sentence. The sentences are not always about the tent (“Karin is right about the map”, 3 August 2016; “She was not”, 4 August). There are two notebooks. The first one was once eaten at the edges by a goat near Oberstdorf, so that the nights 41 to 44 are partly reconstructed. You may regard everything else as reliable.',
  '1. The poles. They have never broken. I mention this first because I hear that the newer ones sometimes do, and because one should not begin with a complaint. In the night of 9 October 2017 the wind on the plateau was strong enough to move a full kettle across flat ground, and the poles took the shape of a question mark and then, in the morning, their own again. Whoever decided on the wall thickness in those years: please give this person something nice.',
  '2. The pegs. I have lost eleven of fourteen. This is not your fault, but it is your chance. They are the colour of a meadow. A peg has precisely one task after it has been pulled out, namely to be found again, and you have painted it as if it had to hide from an enemy. I have dipped my last three into red varnish. I still have all three.',
  '3. The instructions. In the edition of 2014 figure 5 shows a person with two left hands. My grandchildren love this person and have given him a name (Herr Zwolink). In the reprint of 2019 the hand has been corrected. I understand the reasons, yet I would like to put on record that in our family this was received as a loss.',
  '4. The ridge vent. Here I must become serious. It opens to the side from which you pitch first. The instructions quite rightly tell us to pitch the windward side first. It follows that whoever obeys you has his ventilation opening in the wind. For years I thought that I had misunderstood something, and I have therefore kept a list: of 212 nights, 61 had rain with wind, and on 38 of these there was water at the foot end below the vent, on average two tablespoons (I have measured, with a tablespoon). On the nights on which I turned the tent around against your advice there were four, and on three of those I had spilled tea. A small flap of two hand widths, closing from inside, would solve the matter. I can send you a sketch. I fear I will send you a sketch in any case.',
  '5. The smell. A new tent of yours smells for about nine nights of something between a rubber dinghy and marzipan. My wife says only marzipan, I say only rubber dinghy; we have agreed on the formulation above. It would interest us both what it is. Should it be harmless, we would be glad to know; should it not, we have, at a rough estimate, breathed it for one thousand seven hundred hours, and would in that case prefer not to be told.',
  '6. The repair. In 2021 a branch of a spruce came through the fly, in length about 40 centimetres, a hand above my forehead. I sent the tent to you on a Monday. On the Thursday of the following week it was back with me, with a patch in the shape of a spruce branch. Nobody had asked for that and nobody had charged for it. I have shown this patch to more people than the photographs of my doctoral students, and at least four of them have since become your customers. I would like to know whether Herr Maier still works with you; his name was on a slip of paper in the bag, with the sentence “Better sleep next to the tree”. He is right, and I have done so since.',
  '7. The future. Your shop tells me that “customers like me” should now buy the Fjell 3 in its fourth edition, lighter by 310 grams. I have held it in my hands. It is a good tent. The zip runs more quietly, the bag closes more easily, and the light through the new fabric is the light of a cinema just before the film. But I noticed that the loops inside, at shoulder height, have disappeared, on which one dries socks. It will have been these loops that you have saved, among others; I weighed mine at home, on the scales for letters: all eight together are eleven grams. Eleven grams, ladies and gentlemen. I know of no other place on earth where eleven grams carry so much. A person who has put on dry socks in the morning forgives everybody, including tent makers. Please put them back.',
  'I asked my grandchildren as well what ought to change, as they will inherit the tent, and I promised to pass it on without comment. Jule (9) wants a window in the floor “for worms”. Anton (12) wants a socket. Frieda (5) wants Herr Zwolink back, “with both hands”, and could not be moved to say whether this means both of his old ones or one of each. I have nothing to add to this and sign it all the same.',
  'I do not need a reply, although I would read one with pleasure. I need no voucher either; at seventy-four one has the equipment one has. What I would like is that somebody among you who decides such things lies for one night in the rain in a tent with the vent to the wind and without loops, and then in the morning thinks of me, not unkindly.',
  'With all good wishes for the season, and with thanks for two hundred and twelve nights, of which I would like to give back no more than five,',
  'Anselm Krüger',
  'P. S. The twelfth peg turned up while I was writing this. It was in the left boot. I had walked on it since Sunday.',
].join('\n\n');
