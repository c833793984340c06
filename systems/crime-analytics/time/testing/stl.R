# Records what R's stl() gives for data sets that come with R, for decompose-series.test.ts.
# Rscript stl.R > stl-of-r.json (R 4.2.2)
out <- function(name, series, call, fit) {
  n <- length(series)
  at <- c(1:3, 14, 50, 100, n %/% 2, n - 20, n - 1, n)
  rows <- paste(sprintf("[%d,%.12g,%.12g,%.12g]", at - 1,
    fit$time.series[at, "seasonal"], fit$time.series[at, "trend"], fit$weights[at]), collapse = ",")
  sprintf('{"name":"%s","call":"%s","rows":[%s]}', name, call, rows)
}
per <- stl(nottem, s.window = "periodic")
seven <- stl(nottem, s.window = 7)
robust <- stl(nottem, s.window = 11, t.window = 41, robust = TRUE)
plain <- stl(log(co2), s.window = 21)
# One value less: of an even number of values R's partial sort does not always find the median (it is off by 4 % in the
# fifth round of log(co2)), which the robust weights rest on.
odd <- window(log(co2), end = c(1997, 11))
linear <- stl(odd, s.window = 35, s.degree = 1, robust = TRUE, s.jump = 1, t.jump = 1, l.jump = 1)
cat(sprintf('{"nottem":[%s],\n"co2":[%s],\n"fits":[\n%s\n]}\n',
  paste(nottem, collapse = ","), paste(co2, collapse = ","),
  paste(
    out("nottem", nottem, "s.window = 'periodic'", per),
    out("nottem", nottem, "s.window = 7", seven),
    out("nottem", nottem, "s.window = 11, t.window = 41, robust = TRUE", robust),
    out("log co2", co2, "s.window = 21", plain),
    out("log co2 to 1997-11", odd, "s.window = 35, s.degree = 1, robust = TRUE, jumps 1", linear),
    sep = ",\n")))
