/** The first days of March, before the packing. */
export const sewing = `
03-02
08:00 claire: Monday report, the last one of its kind: 9 of 9. Geitost was finished at 7:40 this morning.
> NINE! I am reading this aloud on the tram.
claire: What does the tram say?
> A man said congratulations. He thinks that it is children.
03-03
13:20 [austfonna-nine-photo] tomasz: All nine on the meadow behind the warehouse. The sheep belong to the neighbour.
> They look like a village. I would like to live in it.
tomasz: The sheep tried.
claire! other Production order closed, 9 of 9
claire: Tomorrow we begin to pack. Fourteen crates, and Tomasz reports every one to you. You asked for it.
> I did not ask for it.
claire: You asked “what is in them”. With Tomasz that is the same.
> Then good night, and greetings to the scales.
`;

/** From the ramp in Hamburg to the floor of a hall in Oslo. */
export const freight = `
03-16
08:30 claire: All fourteen are closed: 350 kg, 2.6 cubic metres, two pallets.
> Which way do they travel?
claire: Lorry to Kiel, ferry to Oslo, at your place on Friday the 20th. From Oslo to Longyearbyen it is your plane.
> Our plane takes pallets up to 160 cm.
tomasz# They are 165. Of course they are 165.
tomasz: They are 158 tomorrow morning.
> What happens with the seven centimetres?
tomasz: Crate 10 moves down, crate 6 lies on its side. Brushes do not mind.
03-17
07:15 tomasz: 157.
> You are an artist.
tomasz: I am a man who owns a folding rule.
09:40 > Customs. Svalbard is outside of everything. Our forwarder wants the value per crate.
claire: Per crate! I have it per cheese.
amira: Hello Sigrid, Amira here, I do the odd papers in this house. Could your forwarder live with value per article
  and a list of which article is in which crate?
> I ask him. He is called Bent and breathes before he answers.
10:20 > Bent breathed and said yes.
amira: Then you have both lists in half an hour.
10:48 [austfonna-customs] amira: Values, crates, weights, three languages, one stamp.
> Bent says, and I quote, “oh, that is nice”. I have worked with him for eleven years.
amira# Template saved under Papers > Islands. Works for the Faroe question, too.
03-18
06:05 tomasz: Good morning. The lorry is here.
06:09 tomasz: The lorry has no tail lift.
06:10 > Oh no.
06:31 tomasz: The neighbour with the sheep has a tractor with a fork.
06:52 tomasz: Loaded. The driver is called Zbigniew and had to laugh. Left at 6:50.
> Please buy the neighbour something from us.
tomasz: He wants a tent for the sheep. He was joking. I think.
claire! other Shipment NL-X-0318, 14 crates, 2 pallets, collected
claire: Tracking is NL-X-0318, and my phone is next to my bed until Friday.
03-19
08:44 > It says “delayed, weather”. What weather?
claire: Storm over the Kattegat. The ferry waits in Kiel, eight hours they say, so twelve.
> So Friday evening.
claire: Or Saturday morning. I have asked whether your hall is open on Saturday.
> For this it is open. I have the key, I sleep there if I must.
claire: In Geitost?
> In crate 13, unopened.
17:30 claire: The ferry left at 17:20. Ten hours late, I had said twelve, you get two back.
> I spend them on dinner. Thank you, Claire.
03-20
12:05 > The ferry is in Oslo! I can see it from the office if I stand on the table.
claire: Please come down from the table.
> Customs tomorrow at seven. Bent goes in person, he ironed a shirt.
03-21
07:50 > Cleared! Eleven minutes! They loved the list.
amira: I will print this message out.
09:35 > The lorry is at the hall. Unloading.
09:58 > Claire?
09:59 > I count thirteen.
10:03 claire: Say that again, slowly.
> 1 to 8, 10, 11, 12, 13, 14. There is no 9.
claire# @Tomasz Zieliński it is Saturday, I know. Crate 9. Please call me.
10:07 claire: I am calling everybody who has touched it. Please check whether one crate is standing inside another
  shadow.
> I checked the shadows. I checked the toilet.
10:25 tomasz# On the photo from the loading at 6:48 there are 14. On the pallet in Kiel, too, I have the terminal on
  the phone. So it is on the ship or in Oslo.
tomasz: It was loaded, I have it in a photo. It left Kiel as well. It is somewhere between the ship and you.
> What is in 9 again?
tomasz: Gauda, the fuel bottles, funnels, fourteen bowls.
> We can melt snow without a Gauda but not without bottles.
claire: We pack a second crate 9 now and it flies on Monday, in any case, whatever we find.
> You would do that on a Saturday?
claire: Tomasz is already putting on his shoes.
13:12 tomasz: Second set of bottles: ready. Funnels: ready. Bowls: twelve, I am looking for two.
13:50 tomasz: Fourteen. Two are from our kitchen. One says “World’s best boss”.
> Torbjørn gets that one.
03-22
11:15 [austfonna-found] > FOUND. Bent found it. Customs had put it aside because of the paper on top. They had wanted
  to read the stamp.
11:15:40 > They apologised. They also ate none of anything.
claire: I have just frightened the whole bakery by shouting.
> Stop the second crate?
claire: It has not left yet. Shall I stop it?
> Torbjørn says: two sets of bottles are one set of bottles. Send it.
claire: He really is our returns statistics in a person.
tomasz: Then I want the boss bowl to be seen on the ice cap, in a photo.
> Promised, in writing, here.
`;

/** The last two days. */
export const departure = `
03-23
08:10 claire: The second crate 9 flies at 11:40, in Oslo at 13:15. Number NL-X-0323.
> Bent is waiting with the same shirt.
14:02 > It is here. All fifteen of fourteen.
claire: Fifteen of fourteen, my favourite number of the year.
claire! untagged order
15:40 > We lay everything out on the floor tomorrow and everybody learns their tent. Could Clemens be on the phone at
  ten, for the poles?
clemens: Yes.
> He is getting talkative.
16:25 [austfonna-mention] claire# @Lena Brandt I am on the train to Lyon on the 25th and 26th. Could you keep an eye
  on this thread for two days? They will not need anything. They will need something.
lena# With pleasure. I have been reading along since the pink roll.
03-24
10:02 > Clemens on the loudspeaker, fourteen people on the floor. Nobody dares to speak.
10:31 > He explained the wax. There was applause.
clemens# They clapped. I did not know what to do and hung up.
10:40 > Nobody had wax on their lips. I checked.
11:45 > Everything pitched, everything counted. One thing is missing and it is our fault: the tool for the jets. We
  have one and need three.
claire: They weigh eleven grams. I put four into an envelope today, they are with you on Thursday.
> Eleven grams on which breakfast depends.
claire: I know somebody who writes letters about eleven grams.
14:21 > Torbjørn came by my desk. He said “good tents” and left.
14:22 > I have never seen him do that.
14:26 [austfonna-last] > And a last one: can we write the names of the seamstresses on the inside, next to the
  cheeses? The group would like to know whom they are sleeping with. You know what I mean.
`;
