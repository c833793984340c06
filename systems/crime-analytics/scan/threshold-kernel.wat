;; Asks of many periods at once whether they have as many cases as their thresholds. Made into the code in
;; `threshold-kernel.ts` by wat2wasm; `kernel-texts.test.ts` says when it is not the same any more, and what it should be.
(module
  (import "amaan" "memory" (memory 1))
  ;; The bits that are set in `upTo[from + length] − upTo[from] + thresholds[from]` for some `from` below `count`, a multiple
  ;; of four. All are i32; `upTo` and `thresholds` are addresses.
  (func (export "reached")
    (param $upTo i32) (param $length i32) (param $thresholds i32) (param $count i32) (result i32)
    (local $later i32) (local $end i32) (local $any v128)
    (local.set $later (i32.add (local.get $upTo) (i32.shl (local.get $length) (i32.const 2))))
    (local.set $end (i32.add (local.get $thresholds) (i32.shl (local.get $count) (i32.const 2))))
    (block $done
      (br_if $done (i32.eqz (local.get $count)))
      (loop $next
        (local.set $any
          (v128.or
            (local.get $any)
            (i32x4.add
              (i32x4.sub (v128.load (local.get $later)) (v128.load (local.get $upTo)))
              (v128.load (local.get $thresholds)))))
        (local.set $later (i32.add (local.get $later) (i32.const 16)))
        (local.set $upTo (i32.add (local.get $upTo) (i32.const 16)))
        (local.set $thresholds (i32.add (local.get $thresholds) (i32.const 16)))
        (br_if $next (i32.lt_u (local.get $thresholds) (local.get $end)))))
    (i32.or
      (i32.or (i32x4.extract_lane 0 (local.get $any)) (i32x4.extract_lane 1 (local.get $any)))
      (i32.or (i32x4.extract_lane 2 (local.get $any)) (i32x4.extract_lane 3 (local.get $any))))))
