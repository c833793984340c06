;; Counts pairs that are near in time, for eight replicas at once. Made into `pair-kernel.ts` by
;;   wat2wasm pair-kernel.wat -o - | base64 -w 0
(module
  (import "amaan" "memory" (memory 1))
  ;; Adds to `out` (four bands × eight replicas, i32) for the incidents `first` … `last` − 1 the pairs whose difference in
  ;; days is below each of four limits (eight equal i16 each, at `limits`).
  ;; `days`: eight i16 an incident. `start`: i32 an incident and one more, indexes into `ahead`. `ahead`: u16 a pair, by
  ;; how many incidents the partner comes later.
  (func (export "count")
    (param $first i32) (param $last i32) (param $days i32) (param $start i32) (param $ahead i32)
    (param $limits i32) (param $out i32)
    (local $row i32) (local $pair i32) (local $end i32)
    (local $own v128) (local $apart v128)
    (local $limit0 v128) (local $limit1 v128) (local $limit2 v128) (local $limit3 v128)
    (local $sum0 v128) (local $sum1 v128) (local $sum2 v128) (local $sum3 v128)
    (local.set $limit0 (v128.load offset=0 (local.get $limits)))
    (local.set $limit1 (v128.load offset=16 (local.get $limits)))
    (local.set $limit2 (v128.load offset=32 (local.get $limits)))
    (local.set $limit3 (v128.load offset=48 (local.get $limits)))
    (block $done
      (loop $incidents
        (br_if $done (i32.ge_u (local.get $first) (local.get $last)))
        (local.set $row (i32.add (local.get $days) (i32.shl (local.get $first) (i32.const 4))))
        (local.set $own (v128.load (local.get $row)))
        (local.set $end (i32.add (local.get $start) (i32.shl (local.get $first) (i32.const 2))))
        (local.set $pair
          (i32.add (local.get $ahead) (i32.shl (i32.load offset=0 (local.get $end)) (i32.const 1))))
        (local.set $end
          (i32.add (local.get $ahead) (i32.shl (i32.load offset=4 (local.get $end)) (i32.const 1))))
        (local.set $first (i32.add (local.get $first) (i32.const 1)))
        (br_if $incidents (i32.ge_u (local.get $pair) (local.get $end)))
        (local.set $sum0 (v128.const i64x2 0 0))
        (local.set $sum1 (v128.const i64x2 0 0))
        (local.set $sum2 (v128.const i64x2 0 0))
        (local.set $sum3 (v128.const i64x2 0 0))
        (loop $pairs
          (local.set $apart
            (i16x8.abs
              (i16x8.sub
                (local.get $own)
                (v128.load
                  (i32.add
                    (local.get $row)
                    (i32.shl (i32.load16_u (local.get $pair)) (i32.const 4)))))))
          ;; Where it is below, a comparison gives −1.
          (local.set $sum0 (i16x8.sub (local.get $sum0) (i16x8.lt_s (local.get $apart) (local.get $limit0))))
          (local.set $sum1 (i16x8.sub (local.get $sum1) (i16x8.lt_s (local.get $apart) (local.get $limit1))))
          (local.set $sum2 (i16x8.sub (local.get $sum2) (i16x8.lt_s (local.get $apart) (local.get $limit2))))
          (local.set $sum3 (i16x8.sub (local.get $sum3) (i16x8.lt_s (local.get $apart) (local.get $limit3))))
          (local.set $pair (i32.add (local.get $pair) (i32.const 2)))
          (br_if $pairs (i32.lt_u (local.get $pair) (local.get $end))))
        ;; An incident has at most 65,535 partners, as many as 16 bits hold.
        (call $add (local.get $out) (local.get $sum0))
        (call $add (i32.add (local.get $out) (i32.const 32)) (local.get $sum1))
        (call $add (i32.add (local.get $out) (i32.const 64)) (local.get $sum2))
        (call $add (i32.add (local.get $out) (i32.const 96)) (local.get $sum3))
        (br $incidents))))
  (func $add (param $out i32) (param $sums v128)
    (v128.store offset=0 (local.get $out)
      (i32x4.add (v128.load offset=0 (local.get $out)) (i32x4.extend_low_i16x8_u (local.get $sums))))
    (v128.store offset=16 (local.get $out)
      (i32x4.add (v128.load offset=16 (local.get $out)) (i32x4.extend_high_i16x8_u (local.get $sums))))))
