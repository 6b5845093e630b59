// Fits the estimate of how good a text is to how good those of pages were that nothing was learned from.
import type { Confidence } from '../../src/light/extract/judgement/confidence.ts';

export interface ConfidenceSample {
  row: readonly number[];
  /** 0 to 1. */
  f1: number;
}

const ROUNDS = 3000;
const RATE = 0.5;
const RIDGE = 0.002;

/** A logistic regression on the F1 itself, by plain gradient descent with momentum. */
export function fitConfidence(samples: readonly ConfidenceSample[]): Confidence {
  const width = samples[0]?.row.length ?? 0;
  const weights = new Float64Array(width);
  const speed = new Float64Array(width);
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = new Float64Array(width);
    for (const { row, f1 } of samples) {
      const odds = row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
      const error = f1 - 1 / (1 + Math.exp(-odds));
      for (let at = 0; at < width; at++) slopes[at] = (slopes[at] ?? 0) + error * (row[at] ?? 0);
    }
    for (let at = 0; at < width; at++) {
      const slope = (slopes[at] ?? 0) / samples.length - RIDGE * (weights[at] ?? 0);
      speed[at] = 0.9 * (speed[at] ?? 0) + RATE * slope;
      weights[at] = (weights[at] ?? 0) + (speed[at] ?? 0);
    }
  }
  return Array.from(weights, (weight) => Number(weight.toFixed(3)));
}
