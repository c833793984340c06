import type { AiSystem } from '@amaan/contracts/ai-system';

/** Register entry of a system that is described and not built: its stage is proposed, and it has no models. */
export const trafficManagement: AiSystem = {
  id: 'traffic-management',
  name: 'Intelligent traffic management',
  nameUrdu: 'ذہین ٹریفک نظام',
  version: '0.1.0',
  built: false,
  about: {
    en: 'Counts vehicles, measures speed and queues, notices blocked roads and proposes better timings for traffic signals. It can only set a signal within safe limits that engineers fixed.',
    ur: 'گاڑیاں گنتا ہے، رفتار اور قطاریں ناپتا ہے، بند سڑک کی خبر دیتا ہے اور ٹریفک سگنل کے بہتر اوقات تجویز کرتا ہے۔ وہ سگنل کو صرف ان محفوظ حدود میں بدل سکتا ہے جو انجینئروں نے مقرر کی ہیں۔',
  },
  intendedUse: {
    en: 'To give traffic engineers figures, and to adapt signal timings within a safety envelope that they own.',
    ur: 'ٹریفک انجینئروں کو اعداد دینا، اور سگنل کے اوقات کو ان کی مقرر کردہ محفوظ حدود کے اندر ڈھالنا۔',
  },
  purposes: ['traffic-measurement', 'signal-control'],
  prohibited: [
    {
      en: 'Touch a real signal outside its safety envelope: minimum greens, clearance and conflict times.',
      ur: 'کسی اصل سگنل کو محفوظ حدود سے باہر چھیڑنا: سبز بتی کا کم از کم وقت، راستہ خالی ہونے کا وقت اور ٹکراؤ سے بچاؤ کے وقفے۔',
    },
    {
      en: 'Store a vehicle’s plate or follow one vehicle through the city.',
      ur: 'گاڑی کا نمبر محفوظ کرنا یا شہر میں کسی ایک گاڑی کا پیچھا کرنا۔',
    },
  ],
  affectedGroups: [
    {
      en: 'Drivers, and people on foot or bicycle whose waiting time a timing may worsen.',
      ur: 'ڈرائیور، اور پیدل یا سائیکل پر چلنے والے، جن کا انتظار کسی تبدیلی سے بڑھ سکتا ہے۔',
    },
    { en: 'Crews of ambulances and fire engines.', ur: 'ایمبولینس اور فائر بریگیڈ کا عملہ۔' },
  ],
  risk: {
    tier: 'high',
    euAiAct: {
      category: { en: 'annex III 2', ur: 'ضمیمہ III، نکتہ 2' },
      why: {
        en: 'Software that is a safety component in managing road traffic is listed as critical infrastructure.',
        ur: 'جو سافٹ ویئر سڑک کی ٹریفک کے انتظام میں حفاظت کا حصہ ہو، وہ اہم بنیادی ڈھانچے کے طور پر فہرست میں ہے۔',
      },
    },
    reasons: [
      {
        en: 'A wrong signal can hurt people, so conflicts are excluded by the controller, not by this system.',
        ur: 'غلط سگنل لوگوں کو نقصان پہنچا سکتا ہے، اس لیے ٹکراؤ کو سگنل کا کنٹرولر روکتا ہے، یہ نظام نہیں۔',
      },
      {
        en: 'Timings that please cars may fail people on foot; both are measured.',
        ur: 'جو اوقات گاڑیوں کے لیے اچھے ہوں وہ پیدل لوگوں کے لیے برے ہو سکتے ہیں؛ دونوں کی پیمائش ہوتی ہے۔',
      },
    ],
  },
  data: {
    reads: [
      {
        en: 'Tracks of vehicles without identity, loop and signal states.',
        ur: 'شناخت کے بغیر گاڑیوں کی نقل و حرکت، سڑک کے سینسر اور سگنل کی حالت۔',
      },
    ],
    keeps: [
      {
        what: {
          en: 'Counts, speeds and queues per road and minute.',
          ur: 'ہر سڑک اور ہر منٹ کی گنتی، رفتار اور قطاریں۔',
        },
        howLong: { en: '5 years; they name nobody.', ur: '5 سال؛ ان میں کسی کا نام نہیں۔' },
      },
    ],
  },
  humanOversight: [
    {
      en: 'Engineers set the envelope and can return any junction to its fixed plan at once.',
      ur: 'حدود انجینئر مقرر کرتے ہیں اور کسی بھی چوراہے کو فوراً مقررہ اوقات پر واپس لا سکتے ہیں۔',
    },
    {
      en: 'Every change of a timing is recorded with what it was based on.',
      ur: 'اوقات کی ہر تبدیلی اس کی بنیاد کے ساتھ درج ہوتی ہے۔',
    },
  ],
  limits: [
    { en: 'Not built: no signal is touched.', ur: 'ابھی نہیں بنا: کسی سگنل کو نہیں چھیڑا جاتا۔' },
    {
      en: 'Speeds from cameras need a calibration per camera.',
      ur: 'کیمرے سے رفتار ناپنے کے لیے ہر کیمرے کی الگ پیمائش بندی ضروری ہے۔',
    },
  ],
  models: [],
  thresholds: {},
  settings: {},
};
