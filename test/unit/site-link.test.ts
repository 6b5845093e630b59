import { type Clock, type Flow, LINKS, openLink, PACKET_BYTES, share } from '../site/link.ts';

/** A clock that stands until it is told to go on. */
function makeClock(): Clock & { pass: (ms: number) => void } {
  let now = 0;
  let timers: { due: number; run: () => void }[] = [];
  return {
    now: () => now,
    after(ms, run) {
      const timer = { due: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    pass(ms) {
      const end = now + ms;
      for (;;) {
        const next = timers.filter((each) => each.due <= end).sort((a, b) => a.due - b.due)[0];
        if (!next) break;
        timers = timers.filter((each) => each !== next);
        now = next.due;
        next.run();
      }
      now = end;
    },
  };
}

describe('share', () => {
  test.each([
    { lengths: [3000], budget: 1399, sent: [0], left: 1399 },
    { lengths: [3000], budget: 1500, sent: [1400], left: 100 },
    { lengths: [3000, 3000], budget: 2800, sent: [1400, 1400], left: 0 },
    { lengths: [100, 3000], budget: 3000, sent: [100, 2800], left: 100 },
    { lengths: [100, 200, 300], budget: 1000, sent: [100, 200, 300], left: 400 },
  ])('$budget bytes over flows of $lengths', ({ lengths, budget, sent, left }) => {
    const flows: Flow[] = lengths.map((length) => ({ length, at: 0, sent: () => {} }));
    expect(share([...flows], budget)).toBe(left);
    expect(flows.map((flow) => flow.at)).toEqual(sent);
  });
});

describe('openLink', () => {
  const arrivals = (clock: Clock, link: ReturnType<typeof openLink>, length: number) => {
    const seen: number[] = [];
    const takeBack = link.carry(length, (_, end) => {
      if (end === length) seen.push(clock.now());
    });
    return { seen, takeBack };
  };

  test.each([
    { kbps: 280, bytes: 35_000, ms: 1000 },
    { kbps: 50, bytes: 6_250, ms: 1000 },
    { kbps: 9000, bytes: 1_125_000, ms: 1000 },
  ])('$bytes bytes take $ms ms at $kbps kbit/s', ({ kbps, bytes, ms }) => {
    const clock = makeClock();
    const { seen } = arrivals(clock, openLink({ kbps, latencyMs: 0 }, clock), bytes);
    clock.pass(3 * ms);
    expect(seen[0]).toBeGreaterThan(ms * 0.97);
    expect(seen[0]).toBeLessThan(ms * 1.03);
  });

  test('two flows share the rate, and a small one does not wait for a large one', () => {
    const clock = makeClock();
    const link = openLink(LINKS['2g'], clock);
    const large = arrivals(clock, link, 35_000);
    const small = arrivals(clock, link, 3_500);
    clock.pass(3000);
    expect(small.seen[0]).toBeLessThan(300);
    expect(large.seen[0]).toBeGreaterThan(1050);
  });

  test('an unlimited link sends at once', () => {
    const clock = makeClock();
    expect(arrivals(clock, openLink(LINKS.fast, clock), 5e6).seen).toEqual([0]);
  });

  test('an idle link saves nothing up', () => {
    const clock = makeClock();
    const link = openLink(LINKS['2g'], clock);
    clock.pass(60_000);
    const { seen } = arrivals(clock, link, 35_000);
    clock.pass(2000);
    expect(seen[0]).toBeGreaterThan(60_970);
  });

  test.each([LINKS.fast, LINKS['2g']])('nothing passes a cut link, all of it after', (profile) => {
    const clock = makeClock();
    const link = openLink(profile, clock);
    link.cut(5000);
    const { seen } = arrivals(clock, link, PACKET_BYTES);
    clock.pass(4999);
    expect(seen).toEqual([]);
    clock.pass(100);
    expect(seen).toHaveLength(1);
  });

  test('what is taken back is not sent, and the rest is', () => {
    const clock = makeClock();
    const link = openLink(LINKS['2g'], clock);
    const gone = arrivals(clock, link, 35_000);
    const kept = arrivals(clock, link, 3_500);
    gone.takeBack();
    clock.pass(200);
    expect([gone.seen.length, kept.seen.length]).toEqual([0, 1]);
  });

  test('a change of profile holds for what is on its way', () => {
    const clock = makeClock();
    const link = openLink(LINKS.gprs, clock);
    const { seen } = arrivals(clock, link, 62_500);
    clock.pass(1000);
    link.change(LINKS.fast);
    expect(seen).toEqual([1000]);
  });
});
