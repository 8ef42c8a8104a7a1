/** January and February: what fourteen people need on the ice, and who sews it. */
export const winter = `
01-12
08:12 [austfonna-first] > Good morning Claire, Sigrid from Fjellsport. Long time! I have something bigger than shoes
  this year.
> Fourteen people, 24 days across Austfonna, start 2 April from Longyearbyen. We do the outfitting.
> Tents, stoves, poles, all from one house if possible. I would like that to be you.
claire: Good morning Sigrid! I have just put my coffee down. Tell me more: how many to a tent, and who cooks?
> Two to a tent, everybody cooks, nobody well.
claire: So seven Fjell 3 Polar and seven stoves, plus one spare of each?
> Seven tents, one spare. Stoves: let me ask the leader, he has opinions.
claire! tagged expedition,wholesale
claire# Fourteen people on an ice cap. This one stays with me from end to end, please nobody “helps” with a standard
  reply.
01-13
07:40 > The leader (Torbjørn) says eight stoves. One per tent and one that nobody may touch.
09:05 claire: A wise man. Liquid fuel or gas?
> Liquid. He laughed when I said gas, and he does not laugh often.
claire: Liquid it is. Then the Ild 2 with the long pump, it can be handled in mittens.
> Mittens! Good that you say it. The zips. Last time somebody cut the zip pulls off and tied on fishing line.
claire: We can sew longer pulls on. I ask the workshop how long they may be before they freeze to the cheek.
01-14
10:20 clemens# 12 cm, flat webbing, no cord. Cord ices. I have 40 m left of the orange.
10:31 claire: 12 cm of flat webbing, orange. Clemens says cord ices up.
> Clemens is right. Who is Clemens?
claire: The person in this company who says the least and is right the most.
01-16
13:15 > Next: snow flaps. Your catalogue says 20 cm. We would want 40, all round.
claire: Possible, but it is 300 g a tent. Are you sure?
> We pull sledges, we do not count grams. We count hours of shovelling.
claire: Then 40. I write that down before I say something about grams again.
tomasz# 8 tents × 7.2 m × 40 cm: that is 23 m of the heavy fabric and we have 19.
claire# Then order six metres. And one more, because.
01-19
08:02 claire: Here comes the offer: 8 tents with flaps and pulls, 8 stoves, 16 pumps, 30 % as always.
08:02:40 [austfonna-offer] claire: Valid until the end of January, because of the fabric.
> Sixteen pumps?
claire: Two per stove. A pump is the part that one loses on day nine.
> You have been talking to Torbjørn.
claire: I have only been reading our returns.
01-21
09:30 > Colour! Nobody has said a word about colour.
claire: Rust. On snow you can see it at four kilometres, we measured it once, with a bet.
> What was the bet?
claire: A cake. I lost. I had said three.
> Rust then. Fourteen people in rust, like a very slow fire.
01-22
11:00 claire: Shall I reserve the fabric? I need a yes by Monday.
01-26
09:10 claire# No word since Thursday. That is not like her.
15:30 claire: Sigrid, only a gentle knock: the fabric goes to somebody else tomorrow at noon.
01-27
10:45 > I am alive. Flu, the whole shop. YES to the fabric, yes, yes.
claire: Reserved, four minutes ago. Get well, the ice will wait.
> It does nothing else. Thank you for knocking.
01-28
08:20 > Torbjørn asks: double poles?
claire: For how much wind?
> He says “for the wind”.
claire: Then double. Sleeves are wide enough for two, the bags are not. We take the bags of the Fjell 4.
clemens# Two poles per sleeve need a wax. I put a stick in every bag.
claire: Clemens puts a stick of wax into every pole bag. Please tell people that it is not chocolate.
> I will tell them. One of them will try.
01-30
12:01 [austfonna-deposit] claire: The invoice for the deposit, 40 %.
12:40 > There is German VAT on it. We are outside, you know :)
claire: I know, the form does not. New one in ten minutes.
12:55 [austfonna-deposit-2] claire: Without.
> Paid before lunch was over. See, also Norwegians can be quick.
claire! tagged order
02-02
09:15 tomasz: Hello Sigrid, Tomasz from the warehouse, I am joining because now it gets heavy.
> Hello Tomasz! Are you the one with the scales?
tomasz: I am the one with the scales. The first tent is sewn and hanging here: 5.8 kg with everything.
> With the double poles?
tomasz: With double poles, flaps and the chocolate.
> It is WAX, Tomasz.
02-03
16:05 tomasz: We pitched it on the flat roof in the wind. Photo follows, my colleague is in it because he holds it.
16:06 [austfonna-roof] tomasz:
> Why does he look so worried?
tomasz: Because of the roof, not because of the tent.
02-04
08:50 > Question from Kari, who has long arms: can one close the vent from inside?
claire: Not in this model. Clemens has been asking for that for a year.
> Then he and Kari should meet.
claire: I put it on the list for the workshop, with both names.
02-06
14:10 claire: Stove test today: we were allowed into the freezer of the fish market, −31 °C.
> I already love this story.
claire: Seven minutes for a litre of water from snow. They did not let us take snow in, so: ice from the fish.
> And the tea?
claire: Tasted of cod. Burns clean, no soot, pump leather stays soft.
> Torbjørn says seven minutes is acceptable. From him that is a poem.
02-09
09:00 claire: Could you send me the list of names? Then we embroider the tents.
02-11
19:22 > Small drama. Two of them no longer want to share a tent. One snores, the other one sings.
19:23 > So it is eight tents in use and then we have no spare.
02-12
07:58 claire: The singer sleeps alone or the snorer?
> Both. Torbjørn said the word “silence” in a meeting, loudly.
claire: So nine tents. Let me look at the fabric before I smile.
tomasz# Nine is only possible without the sample from the roof. Or with it.
claire# With it. The sample is a perfectly good tent that has seen a roof.
claire: Nine are possible if number nine is the one from the roof. It has flown a little, it is fine.
> The singer gets the one from the roof.
claire: Then I send you the changed order.
12:30 [austfonna-nine] claire: Nine tents, eight stoves, eighteen pole sets.
> Confirmed. Signed. I had to explain the reason to our accountant and she laughed so much that she approved it.
02-16
09:40 claire: I have to tell you something, and I would rather do it today than on Friday.
claire: The mill is late with the floor fabric. Ten days.
> How late is that for us?
claire: Sewing until 6 March instead of 25 February. It still fits, but there is no more air in it.
> I do not like “no air”.
claire: Neither do I. I will write you every Monday and Thursday where we stand, without your asking.
02-18
08:05 > Torbjørn asked me whether you are reliable. I said yes. Please make that true.
08:20 claire: I will. Two seamstresses came back from the boot department for this.
jonas# Just so you know, the mill called ME because your line was busy: half of the fabric can come on Friday by van.
claire# You are my favourite colleague until Monday. Yes to the van.
claire: And some better news: half of the fabric arrives on Friday, by van, at night.
> At night! Like smugglers.
02-19
16:15 claire: Thursday report: 3 of 9 finished, 2 on the machine, 4 waiting for the van.
> Thank you. I put that in our kitchen, on the door.
02-20
23:41 tomasz: The van is here. Eleven rolls. One is pink.
23:44 > PINK?
tomasz: The label is pink. Sorry. It is late.
> Tomasz, my heart.
02-23
08:01 claire: Monday report: 5 of 9. All rolls checked, all grey, none pink.
13:10 > We were at Finse over the weekend with the two test tents you lent us. Long list. Ready?
claire: Ready. Pen in hand.
> One: pitched in four minutes with mittens. Bravo.
> Two: the snow flap tears at the corner when you step on it and pull. Somebody did exactly that.
> Three: the orange pulls are perfect, everybody wants them on their jackets.
> Four: the inner hook at the back is too high for Kari. Everything is too low for Kari, so this means something.
> Five: the wax. Somebody tried it.
claire: I take one to four very seriously and five into the newsletter.
02-24
07:05 clemens: Flap: I sew a triangle of the floor fabric into each corner. Hook: 9 cm lower. Clemens.
> Clemens speaks!
clemens: Yes.
02-25
10:10 clemens# Triangles are in for 5, the other 4 get them on the machine. One day, not two.
10:14 claire: Triangles in five tents, the rest tomorrow. No delay from it.
> And the two test tents?
claire: Keep them for your own weekends. I send you sixteen triangles and a very good needle.
> Ingeborg sews. She once sewed a finger, I mean at it, in a hut.
claire: I do not want to know more and have a hundred questions.
02-26
16:00 claire: Thursday report: 7 of 9, plus triangles. Stoves complete, pumps complete, wax plentiful.
> The kitchen door is happy.
02-27
11:20 > The names for the tents! We voted. They are called after cheeses.
claire: After cheeses.
> Nine days of discussion. Brunost, Gamalost, Prim, Kvitost, Pultost, Nøkkelost, Gulost, Gauda, and the one from
  the roof is called Geitost.
lena# I have read this thread instead of having lunch. Who pays for the embroidery?
claire# I do. From my own budget for joy.
claire: Embroidery is free. The seamstresses insist on knowing which one is the singer’s.
> Geitost. Obviously.
`;
