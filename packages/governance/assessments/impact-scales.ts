import type { AssessmentForm } from '@amaan/contracts/governance/impact-assessment';

/** What each number of an impact means, from 1. */
export const IMPACT_SCALES: AssessmentForm['impactScales'] = {
  severity: [
    { en: 'an annoyance that passes by itself', ur: 'وقتی پریشانی جو خود ختم ہو جائے' },
    { en: 'inconvenience: time lost, a question to answer', ur: 'زحمت: وقت کا ضیاع، کسی سوال کا جواب دینا' },
    {
      en: 'real harm: money, standing, or a stop by the police',
      ur: 'حقیقی نقصان: رقم، عزت، یا پولیس کا روکنا',
    },
    {
      en: 'serious harm: wrongful arrest, loss of work, lasting fear',
      ur: 'سنگین نقصان: غلط گرفتاری، روزگار کا جانا، دیرپا خوف',
    },
    { en: 'gravest: life, body, or years of freedom', ur: 'انتہائی: جان، جسم، یا آزادی کے برس' },
  ],
  likelihood: [
    { en: 'hardly imaginable in five years', ur: 'پانچ برس میں بمشکل ممکن' },
    { en: 'once in some years', ur: 'چند برس میں ایک بار' },
    { en: 'about once a year', ur: 'سال میں تقریباً ایک بار' },
    { en: 'every month', ur: 'ہر مہینے' },
    { en: 'every week or more', ur: 'ہر ہفتے یا زیادہ' },
  ],
  reversibility: [
    { en: 'undone at once, without a trace', ur: 'فوراً اور مکمل تلافی' },
    { en: 'undone within weeks, with some effort', ur: 'کوشش سے چند ہفتوں میں تلافی' },
    { en: 'hard to undo; something stays', ur: 'تلافی مشکل، کچھ اثر باقی رہتا ہے' },
    { en: 'cannot be undone', ur: 'تلافی ناممکن' },
  ],
  reach: [
    { en: 'a few people', ur: 'چند افراد' },
    { en: 'dozens to hundreds', ur: 'درجنوں سے سینکڑوں' },
    { en: 'thousands, or one group above all others', ur: 'ہزاروں، یا خاص طور پر ایک گروہ' },
    { en: 'most people of a city', ur: 'شہر کے بیشتر لوگ' },
  ],
};
