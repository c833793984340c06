;; Counts pairs that are near in time, for sixteen replicas at once. Made into the code in
;; `pair-kernel.ts` by wat2wasm; `kernel-texts.test.ts` says when it is not the same any more, and what it should be.
(module
  (import "amaan" "memory" (memory 1))
  ;; Adds to `out` (bands of distance × four limits × sixteen replicas, i32) the pairs whose difference in days is below each
  ;; limit.
  ;; `day` … `lastDay`: sixteen i16 an incident. `pair`: u16 a pair, by how many incidents the partner comes later; those of the
  ;; first incident band by band, then those of the next. `ends`: the address behind the last pair of each incident × band.
  ;; `limits`: sixteen equal i8 for each of the four, less a base by which they all fit into 8 bits; then the base, eight i16.
  (func (export "count")
    (param $day i32) (param $lastDay i32) (param $pair i32) (param $ends i32) (param $bands i32)
    (param $limits i32) (param $out i32)
    (local $band i32) (local $lastBand i32) (local $end i32) (local $pause i32) (local $partner i32)
    (local $ownLow v128) (local $ownHigh v128) (local $base v128) (local $apart v128)
    (local $limit0 v128) (local $limit1 v128) (local $limit2 v128) (local $limit3 v128)
    (local $sum0 v128) (local $sum1 v128) (local $sum2 v128) (local $sum3 v128)
    (local.set $limit0 (v128.load offset=0 (local.get $limits)))
    (local.set $limit1 (v128.load offset=16 (local.get $limits)))
    (local.set $limit2 (v128.load offset=32 (local.get $limits)))
    (local.set $limit3 (v128.load offset=48 (local.get $limits)))
    (local.set $base (v128.load offset=64 (local.get $limits)))
    (local.set $lastBand (i32.add (local.get $out) (i32.shl (local.get $bands) (i32.const 8))))
    (loop $incidents
      (local.set $ownLow (v128.load offset=0 (local.get $day)))
      (local.set $ownHigh (v128.load offset=16 (local.get $day)))
      (local.set $band (local.get $out))
      (loop $bands
        (local.set $end (i32.load (local.get $ends)))
        (local.set $ends (i32.add (local.get $ends) (i32.const 4)))
        (block $counted
          (loop $some
            (br_if $counted (i32.ge_u (local.get $pair) (local.get $end)))
            ;; 255 pairs at most, as many as 8 bits can count.
            (local.set $pause (i32.add (local.get $pair) (i32.const 510)))
            (local.set $pause
              (select (local.get $pause) (local.get $end) (i32.lt_u (local.get $pause) (local.get $end))))
            (local.set $sum0 (v128.const i64x2 0 0))
            (local.set $sum1 (v128.const i64x2 0 0))
            (local.set $sum2 (v128.const i64x2 0 0))
            (local.set $sum3 (v128.const i64x2 0 0))
            (loop $pairs
              (local.set $partner
                (i32.add (local.get $day) (i32.shl (i32.load16_u (local.get $pair)) (i32.const 5))))
              ;; What does not fit into 8 bits becomes the smallest or the largest number, on the same side of all limits.
              (local.set $apart
                (i8x16.narrow_i16x8_s
                  (i16x8.sub
                    (i16x8.abs (i16x8.sub (local.get $ownLow) (v128.load offset=0 (local.get $partner))))
                    (local.get $base))
                  (i16x8.sub
                    (i16x8.abs (i16x8.sub (local.get $ownHigh) (v128.load offset=16 (local.get $partner))))
                    (local.get $base))))
              ;; Where it is below, a comparison gives −1.
              (local.set $sum0 (i8x16.sub (local.get $sum0) (i8x16.lt_s (local.get $apart) (local.get $limit0))))
              (local.set $sum1 (i8x16.sub (local.get $sum1) (i8x16.lt_s (local.get $apart) (local.get $limit1))))
              (local.set $sum2 (i8x16.sub (local.get $sum2) (i8x16.lt_s (local.get $apart) (local.get $limit2))))
              (local.set $sum3 (i8x16.sub (local.get $sum3) (i8x16.lt_s (local.get $apart) (local.get $limit3))))
              (local.set $pair (i32.add (local.get $pair) (i32.const 2)))
              (br_if $pairs (i32.lt_u (local.get $pair) (local.get $pause))))
            (call $add (local.get $band) (local.get $sum0))
            (call $add (i32.add (local.get $band) (i32.const 64)) (local.get $sum1))
            (call $add (i32.add (local.get $band) (i32.const 128)) (local.get $sum2))
            (call $add (i32.add (local.get $band) (i32.const 192)) (local.get $sum3))
            (br $some)))
        (local.set $band (i32.add (local.get $band) (i32.const 256)))
        (br_if $bands (i32.lt_u (local.get $band) (local.get $lastBand))))
      (local.set $day (i32.add (local.get $day) (i32.const 32)))
      (br_if $incidents (i32.lt_u (local.get $day) (local.get $lastDay)))))
  (func $add (param $out i32) (param $sums v128)
    (call $addEight (local.get $out) (i16x8.extend_low_i8x16_u (local.get $sums)))
    (call $addEight (i32.add (local.get $out) (i32.const 32)) (i16x8.extend_high_i8x16_u (local.get $sums))))
  (func $addEight (param $out i32) (param $sums v128)
    (v128.store offset=0 (local.get $out)
      (i32x4.add (v128.load offset=0 (local.get $out)) (i32x4.extend_low_i16x8_u (local.get $sums))))
    (v128.store offset=16 (local.get $out)
      (i32x4.add (v128.load offset=16 (local.get $out)) (i32x4.extend_high_i16x8_u (local.get $sums))))))
