import { describe, expect, it } from 'vitest';
import { poissonDeviance, poissonRegression, predictCounts } from './poisson-regression.ts';

const counts = [12, 9, 15, 22, 30, 18, 7, 11, 25, 31, 14, 20];
const x1 = [0.2, -1.1, 0.5, 1.4, 2.0, 0.7, -1.6, -0.3, 1.1, 1.9, 0.1, 0.8];
const x2 = [1, 0, 0, 1, 1, 0, 0, 1, 0, 1, 1, 0];
const offset = [30, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30].map(Math.log);
const near = (values: ArrayLike<number>, wanted: readonly number[], digits: number) => {
  expect(values).toHaveLength(wanted.length);
  for (const [n, value] of wanted.entries()) expect(values[n]).toBeCloseTo(value, digits);
};

describe('Poisson regression', () => {
  // R 4.2.2: m <- glm(y ~ x1 + x2 + offset(log(e)), family = quasipoisson, control =
  // glm.control(epsilon = 1e-14)); coef(m); vcov(m) / summary(m)$dispersion;
  // deviance(m); summary(m)$dispersion
  it('is that of R', () => {
    const fit = poissonRegression({ counts, columns: [x1, x2], offset });
    near(fit.coefficients, [-0.78343089663, 0.459179852771, -0.127007487755], 9);
    const row = (n: number) => fit.covariance.slice(3 * n, 3 * n + 3);
    near(row(0), [0.01206761693, -0.00309252331, -0.00822117319], 8);
    near(row(1), [-0.00309252331, 0.00669108856, -0.00522977314], 8);
    near(row(2), [-0.00822117319, -0.00522977314, 0.02305923622], 8);
    expect(fit.deviance).toBeCloseTo(0.817961769019, 9);
    expect(fit.dispersion).toBeCloseTo(0.0904934380012, 8);
    expect(fit.degreesOfFreedom).toBe(9);
    near(predictCounts(fit.coefficients, [x1, x2], 12, offset), [...fit.fitted], 9);
  });

  // R 4.2.2: optim of the penalised log-likelihood by BFGS to reltol 1e-16
  it('takes a ridge penalty, from which the constant is free', () => {
    const { coefficients } = poissonRegression({ counts, columns: [x1, x2], offset, ridge: 10 });
    near(coefficients, [-0.77787996, 0.42665893, -0.08540633], 6);
    const all = poissonRegression({ counts, columns: [x1, x2], ridge: 1e9 });
    near(all.coefficients, [Math.log(214 / 12), 0, 0], 6);
  });

  it('takes parts of incidents, and counts of none', () => {
    const fit = poissonRegression({ counts: [0, 0.5, 0, 1.25], columns: [] });
    near(fit.fitted, [0.4375, 0.4375, 0.4375, 0.4375], 12);
  });

  it('takes covariates of very unequal sizes', () => {
    const far = poissonRegression({ counts, columns: [x1.map((value) => 1000 * value), x2], offset });
    expect(far.coefficients[1]! * 1000).toBeCloseTo(0.459179852771, 7);
  });

  it('says when a covariate follows from others, or nothing happened', () => {
    const twice = () => poissonRegression({ counts, columns: [x1, x1] });
    expect(twice).toThrow(expect.objectContaining({ code: 'REGRESSION_COLLINEAR' }));
    const none = () => poissonRegression({ counts: [0, 0], columns: [] });
    expect(none).toThrow(expect.objectContaining({ code: 'REGRESSION_NO_INCIDENTS' }));
  });
});

describe('the Poisson deviance', () => {
  it('is 0 where every count is told exactly, and follows its formula', () => {
    expect(poissonDeviance([0, 3], [0, 3])).toBe(0);
    expect(poissonDeviance([0, 4], [1, 2])).toBeCloseTo(2 * (1 + 4 * Math.log(2) - 2), 12);
  });
});
