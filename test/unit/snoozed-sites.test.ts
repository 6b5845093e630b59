import {
  addRefusal,
  dropRefusals,
  isResting,
  REST_MS,
  type Refused,
  toResting,
} from '../../src/common/stored/snoozed-sites.ts';

const NOW = 1_800_000_000_000;
const DAY_MS = REST_MS / 30;
const HOST = 'a.example';
const day = (days: number) => NOW + days * DAY_MS;
const refuse = (days: number[]) =>
  days.reduce<Refused[]>((refused, each) => addRefusal(refused, HOST, day(each)), []);

test.each<[string, number[], number, boolean]>([
  ['never refused', [], 0, false],
  ['refused once', [0], 0, false],
  ['refused twice on one day', [0, 0], 0, true],
  ['refused twice within the time', [0, 29], 30, true],
  ['refused twice, further apart', [0, 30], 30, false],
  ['refused again after that', [0, 30, 31], 31, true],
  ['on the last day of its rest', [0, 1], 30.9, true],
  ['after its rest', [0, 1], 31, false],
  ['asked again after its rest, and refused once', [0, 1, 32], 32, false],
])('%s', (_, refusals, today, rests) => {
  expect(isResting(refuse(refusals), HOST, day(today))).toBe(rests);
});

test('each site rests for itself, from its last refusal on', () => {
  const refused = addRefusal(refuse([0, 3]), 'b.example', day(3));
  expect(toResting(refused, day(3))).toEqual([{ host: HOST, until: day(33) }]);
  expect(isResting(refused, 'b.example', day(3))).toBe(false);
});

test('a site that was given back is as one that was never refused', () => {
  expect(dropRefusals(refuse([0, 1]), HOST)).toEqual([]);
});

test('what is long ago is forgotten with the next refusal, and no site keeps more than it needs', () => {
  expect(addRefusal(refuse([0, 1, 2]), 'b.example', day(40))).toEqual([
    { host: 'b.example', times: [day(40)] },
  ]);
  expect(refuse([0, 1, 2])).toEqual([{ host: HOST, times: [day(1), day(2)] }]);
});
