/** Versions for tests: what a test does not say is the same for all. */
import type { Version } from '../../src/stories/index.ts'

export function makeVersion(parts: Partial<Version> & Pick<Version, 'id' | 'sentences'>): Version {
  return { language: 'en', title: '', translations: [], names: [], given: [], ...parts }
}

/** A story of ours, and what careless hands made of it. */
export const flood = [
  'The river Oder burst its banks near Kostrzyn on Tuesday night, and 340 people had to leave their homes.',
  'Mayor Agnieszka Wolska asked the army for 12 boats and for sandbags.',
  '“We have not seen water like this since 1997,” she told reporters outside the town hall.',
  'Trains between Kostrzyn and Zielona Góra were cancelled until further notice.',
  'The weather service expects the water to fall on Friday.',
]
export const floodGarbled = [
  'River Oder broke its banks close to Kostrzin on the night of Tuesday, 340 people had to leave houses.',
  'Mayor Agneshka Volska has asked army for 12 boats and sandbags.',
  '“Such water we did not see since 1997”, she said to reporters before the town hall.',
  'Trains between Kostrzyn and Zelona Gura are cancelled until further notice.',
  'Weather service expects that the water falls on Friday.',
]
export const floodInGerman = [
  'In der Nacht zum Mittwoch ist die Oder bei Kostrzyn über die Ufer getreten; 340 Menschen mussten ihre Häuser verlassen.',
  'Bürgermeisterin Agnieszka Wolska bat die Armee um 12 Boote und um Sandsäcke.',
  '„So ein Wasser haben wir seit 1997 nicht gesehen“, sagte sie vor dem Rathaus zu Reportern.',
  'Die Züge zwischen Kostrzyn und Zielona Góra fallen bis auf Weiteres aus.',
  'Der Wetterdienst rechnet damit, dass das Wasser am Freitag sinkt.',
]
/** Of the same flood, in words of its own. */
export const floodElsewhere = [
  'Volunteers in Kostrzyn filled eleven thousand sandbags over the weekend.',
  'Agnieszka Wolska, who was elected mayor of Kostrzyn in 2018, thanked them on Sunday.',
  'The Oder has been rising for a week, and the road to Zielona Góra is closed.',
  'Insurers in Poznań estimate the damage at 40 million złoty.',
]
export const election = [
  'Voters on the island of Föhr elected Inken Petersen to the regional council with a majority of 212 votes.',
  'Petersen, a teacher, had promised a ferry every hour until ten at night.',
  'Her opponent Jens Carstensen conceded on Sunday evening.',
]
export const comet = [
  'Astronomers in Uppsala photographed a comet that passes the Earth once in 4,300 years.',
  'Ingrid Lindqvist found it on plates of the observatory by chance.',
  'It can be seen with field glasses until the end of March, low in the west.',
]
