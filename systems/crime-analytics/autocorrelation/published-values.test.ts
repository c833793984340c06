import { expect, test } from 'vitest';
import { distanceBandWeights } from './distance-band-weights.ts';
import { falseDiscoveryAdjusted } from './false-discovery.ts';
import { globalG } from './global-g.ts';
import { globalMoran } from './global-moran.ts';
import { localG } from './local-g.ts';
import { localMoran } from './local-moran.ts';
import { normalTwoSided, normalUpperTail } from './normal-distribution.ts';
import { rowStandardised, weightsOfNeighbours, withSelf } from './spatial-weights.ts';
import { SIDS_COUNTIES } from './testing/sids-counties.ts';

/** The example of the documentation of PySAL's `esda.getisord`: six points, distance band 15. */
const SIX = {
  values: [2, 3, 3.2, 5, 8, 7],
  weights: distanceBandWeights([10, 20, 40, 15, 30, 30], [10, 10, 10, 20, 20, 30], 15),
};

const counties = weightsOfNeighbours(
  SIDS_COUNTIES.map(([, , , near]) => near.map((fips) => SIDS_COUNTIES.findIndex(([own]) => own === fips))),
);
const rates = SIDS_COUNTIES.map(([, births, deaths]) => (1_000 * deaths) / births);
/** Five counties, at the beginning, at the end and with few and many neighbours: 1, 5, 18, 39 and 100 counted from 1. */
const SOME = [0, 4, 17, 38, 99];

function close(values: ArrayLike<number>, expected: readonly number[], digits = 9): void {
  expect(values.length).toBe(expected.length);
  for (const [at, value] of expected.entries()) expect(values[at]).toBeCloseTo(value, digits);
}
const some = (values: ArrayLike<number>) => SOME.map((at) => values[at]!);

test('six points of esda: G and its one-sided p', () => {
  const { g, randomisation } = globalG(SIX.values, SIX.weights);
  expect(g).toBeCloseTo(0.55709779, 8);
  expect(randomisation.p / 2).toBeCloseTo(0.1729, 4);
});

test('six points of esda: Gi and Gi*, binary and row-standardised', () => {
  const z = (star: boolean, rowStandardise: boolean) =>
    localG(SIX.values, SIX.weights, { star, rowStandardise, variance: '1992' }).z;
  close(z(false, false), [-1.0136729, -0.04361589, 1.31558703, -0.31412676, 1.15373986, 1.77833941], 7);
  close(z(false, true), [-0.62074534, -0.01780611, 1.31558703, -0.12824171, 0.28843496, 1.77833941], 7);
  close(z(true, false), [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331], 7);
});

test('by the formula of 1995 a common factor of a row changes nothing', () => {
  close(
    localG(SIX.values, SIX.weights, { star: false, rowStandardise: true }).z,
    [...localG(SIX.values, SIX.weights, { star: false }).z],
    12,
  );
});

test("sids2 of libpysal: Moran's I of SIDR74, whose rates the file has with six decimals", () => {
  const column = rates.map((rate) => Math.round(rate * 1e6) / 1e6);
  const { i, normality } = globalMoran(column, rowStandardised(counties));
  expect(i).toBeCloseTo(0.247725193, 9);
  expect(normality.p).toBeCloseTo(0.0001158330781489969, 12);
});

// Below: R 4.2 with spdep 1.2-7, on the counties of `testing/sids-counties.ts`, rates per 1,000 births, `nb2listw`
// with style B (binary) and W (row-standardised).

test("Moran's I and its variances: moran.test(rates, W) and (…, B)", () => {
  const standardised = globalMoran(rates, rowStandardised(counties));
  expect(standardised.i).toBeCloseTo(0.2477251716902143, 12);
  expect(standardised.randomisation.variance).toBeCloseTo(0.0042759650925009, 12);
  const binary = globalMoran(rates, counties);
  expect(binary.i).toBeCloseTo(0.2336974924835125, 12);
  expect(binary.randomisation.variance).toBeCloseTo(0.0039054860471229, 12);
  expect(binary.normality.variance).toBeCloseTo(0.0040843723809423, 12);
  expect(binary.normality.z).toBeCloseTo(3.8147700865, 9);
});

test('G: globalG.test(rates, B)', () => {
  const { g, randomisation } = globalG(rates, counties);
  expect(g).toBeCloseTo(5.4509444897653e-2, 12);
  expect(randomisation.variance).toBeCloseTo(8.4306236350202e-6, 15);
  expect(randomisation.z).toBeCloseTo(2.70109639854, 9);
});

test('local Moran: localmoran(rates, W, conditional = FALSE, mlvar = TRUE)', () => {
  const { i, z, p, quadrant } = localMoran(rates, rowStandardised(counties));
  close(
    some(i),
    [0.63107476578614, 4.50180687047883, 0.383295593139, 0.37293745556128, 0.12661356980631],
    12,
  );
  close(
    some(z),
    [1.15788431526452, 9.45446977869159, 1.18936124968968, 1.23461087681148, 0.24688965755706],
    10,
  );
  expect(p[4]! / 3.2466319857008e-21).toBeCloseTo(1, 9);
  expect(quadrant[4]).toBe('high-high');
});

test('Gi and Gi*: localG(rates, B), and with include.self', () => {
  close(
    some(localG(rates, counties, { star: false }).z),
    [-1.5403697593504, 3.513483614109, -2.2810573054111, -1.7108527968753, 1.4006106407847],
    10,
  );
  close(
    some(localG(rates, counties, { star: true }).z),
    [-1.6990928236052, 4.2517723925734, -2.3277886621249, -1.8434490670426, 1.3027895433966],
    10,
  );
  expect(localG(rates, withSelf(counties), { star: false }).z).toEqual(
    localG(rates, counties, { star: false }).z,
  );
});

test('false discoveries: p.adjust(p, "BH") and "BY" of the p-values of Gi*', () => {
  const { p } = localG(rates, counties, { star: true });
  close(
    some(falseDiscoveryAdjusted(p)),
    [0.4010402522577541, 0.0021208534811408, 0.1992332841345489, 0.3949774568059277, 0.4753911008228369],
    12,
  );
  close(some(falseDiscoveryAdjusted(p, 'any-dependence')), [1, 0.011001667666277, 1, 1, 1], 12);
  expect(falseDiscoveryAdjusted(p).filter((q) => q <= 0.05)).toHaveLength(2);
  expect([...falseDiscoveryAdjusted([0.02, Number.NaN, 0.01])]).toEqual([0.02, Number.NaN, 0.02]);
});

test('the normal distribution: pnorm(z, lower.tail = FALSE)', () => {
  for (const [z, p] of [
    [0.5, 3.0853753872598688e-1],
    [2.9, 1.8658133003840378e-3],
    [3.1, 9.676032132183577e-4],
    [6, 9.865876450376981e-10],
    [12, 1.776482112077679e-33],
  ] as const) {
    expect(normalUpperTail(z) / p).toBeCloseTo(1, 11);
    expect(normalUpperTail(-z)).toBeCloseTo(1 - p, 14);
  }
  expect(normalTwoSided(0)).toBe(1);
});
