# Records a Poisson regression on time and two harmonics of the year, with quasi-Poisson and Newey-West errors, for
# trend.test.ts. Rscript trend.R > trend-of-r.json (R 4.2.2)
set.seed(20)
edges <- as.numeric(seq(as.Date("2021-01-01"), as.Date("2025-01-01"), by = "month")) * 86400
start <- head(edges, -1)
days <- diff(edges) / 86400
middle <- start + days * 43200
year <- 365.2425 * 86400
t <- (middle - (middle[1] + middle[48]) / 2) / year
harmonic <- function(k) cbind(cos(2 * pi * k * middle / year), sin(2 * pi * k * middle / year))
noise <- as.numeric(arima.sim(list(ar = 0.6), 48, sd = 0.12))
y <- rpois(48, days * exp(0.9 + 0.08 * t + 0.25 * harmonic(1)[, 1] + noise))
x <- cbind(1, t, harmonic(1), harmonic(2))
m <- glm(y ~ x - 1 + offset(log(days)), family = quasipoisson, control = glm.control(epsilon = 1e-14))
mu <- fitted(m)
bread <- solve(t(x) %*% (x * mu))
score <- x * (y - mu)
lags <- floor(4 * (48 / 100)^(2 / 9))
meat <- crossprod(score)
for (lag in seq_len(lags)) {
  g <- crossprod(score[(lag + 1):48, ], score[1:(48 - lag), ])
  meat <- meat + (1 - lag / (lags + 1)) * (g + t(g))
}
newey <- bread %*% meat %*% bread
r <- (y - mu) / sqrt(mu)
cat(sprintf('{"counts":[%s],"slope":%.12g,"quasi":%.12g,"neweyWest":%.12g,"dispersion":%.12g,"autocorrelation":%.12g,"degreesOfFreedom":%d}\n',
  paste(y, collapse = ","), coef(m)[2], sqrt(max(1, summary(m)$dispersion) * bread[2, 2]), sqrt(newey[2, 2]),
  summary(m)$dispersion, sum(r[-1] * r[-48]) / sum(r^2), df.residual(m)))
