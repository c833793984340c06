import type { Messages } from './en.ts';
import { access } from './ur/access.ts';
import { account } from './ur/account.ts';
import { alerts } from './ur/alerts.ts';
import { assessments } from './ur/assessments.ts';
import { assurance } from './ur/assurance.ts';
import { bulkCancel } from './ur/bulk-cancel.ts';
import { cameras } from './ur/cameras.ts';
import { challans } from './ur/challans.ts';
import { citizen } from './ur/citizen.ts';
import { civic } from './ur/civic.ts';
import { concerns } from './ur/concerns.ts';
import { contests } from './ur/contests.ts';
import { controls } from './ur/controls.ts';
import { crime } from './ur/crime.ts';
import { crimeBriefings } from './ur/crime-briefings.ts';
import { crimeCompare } from './ur/crime-compare.ts';
import { crimeData } from './ur/crime-data.ts';
import { crimeFeedback } from './ur/crime-feedback.ts';
import { crimeForecasts } from './ur/crime-forecasts.ts';
import { crimeMap } from './ur/crime-map.ts';
import { crimeNear } from './ur/crime-near.ts';
import { crimePlans } from './ur/crime-plans.ts';
import { crimeTime } from './ur/crime-time.ts';
import { crimeTrends } from './ur/crime-trends.ts';
import { documents } from './ur/documents.ts';
import { enforcement } from './ur/enforcement.ts';
import { evidence } from './ur/evidence.ts';
import { evidencePack } from './ur/evidence-pack.ts';
import { explain } from './ur/explain.ts';
import { faceAuthorisations } from './ur/face-authorisations.ts';
import { faceReports } from './ur/face-reports.ts';
import { faceSearches } from './ur/face-searches.ts';
import { faces } from './ur/faces.ts';
import { governance } from './ur/governance.ts';
import { hotlists } from './ur/hotlists.ts';
import { incidents } from './ur/incidents.ts';
import { lifecycle } from './ur/lifecycle.ts';
import { live } from './ur/live.ts';
import { monitoring } from './ur/monitoring.ts';
import { performance } from './ur/performance.ts';
import { plates } from './ur/plates.ts';
import { problems } from './ur/problems.ts';
import { publicRegister } from './ur/public-register.ts';
import { risks } from './ur/risks.ts';
import { service } from './ur/service.ts';
import { signalReasons } from './ur/signal-reasons.ts';
import { signals } from './ur/signals.ts';
import { suspension } from './ur/suspension.ts';
import { traffic } from './ur/traffic.ts';
import { travel } from './ur/travel.ts';
import { unmasking } from './ur/unmasking.ts';
import { violationFigures } from './ur/violation-figures.ts';
import { violations } from './ur/violations.ts';
import { watchlists } from './ur/watchlists.ts';
import { waves } from './ur/waves.ts';
import { whatIf } from './ur/what-if.ts';

/** Every sentence that the console shows, in Urdu. A missing or extra key fails the type check. */
export const ur: Messages = {
  app: {
    name: 'امان',
    tagline: 'محفوظ شہر کا کنٹرول روم',
    skip: 'سیدھا مواد پر جائیں',
    loading: 'لایا جا رہا ہے',
  },
  common: {
    cancel: 'رہنے دیں',
    save: 'محفوظ کریں',
    delete: 'حذف کریں',
    retry: 'دوبارہ کوشش کریں',
    copy: 'نقل کریں',
    copied: 'نقل ہو گیا',
    back: 'واپس',
    all: 'سب',
    optional: 'اختیاری',
    simulated: 'فرضی',
    simulatedHint: 'یہ فرضی شہر کا ہے۔ کسی اصلی کیمرے نے یہ نہیں دیکھا۔',
    demo: 'نمائشی فیصلہ',
    demoHint: 'یہ نمائش کے لیے پہلے سے درج ہے۔ کسی اصلی شخص نے یہ فیصلہ نہیں کیا۔',
    recorded: 'یہ آپ کے نام کے ساتھ درج کیا جائے گا۔',
  },
  area: {
    operations: 'انتباہات',
    live: 'براہِ راست',
    search: 'تلاش',
    faces: 'چہرے',
    cases: 'مقدمات',
    traffic: 'ٹریفک',
    violations: 'خلاف ورزی',
    crime: 'جرائم',
    cameras: 'کیمرے',
    governance: 'نظم و نسق',
    admin: 'انتظامیہ',
    label: 'شعبے',
  },
  bar: {
    site: 'مقام',
    allSites: 'تمام مقامات',
    search: 'کیمرے اور انتباہات تلاش کریں',
    searchHint: 'تلاش کے لیے / دبائیں',
    searchCameras: 'کیمرے',
    searchAlerts: 'انتباہات',
    searchNothing: '”{{query}}“ سے کوئی کیمرہ یا انتباہ نہیں ملتا۔',
    camerasUp: '{{total}} میں سے {{live}} کیمرے چالو',
    camerasFailed_one: '{{count}} کیمرہ ناکام',
    camerasFailed_other: '{{count}} کیمرے ناکام',
    camerasSimulated_one: 'ان میں سے {{count}} فرضی ہے',
    camerasSimulated_other: 'ان میں سے {{count}} فرضی ہیں',
    lag: 'اندراج میں تاخیر {{lag}}',
    lagHint: 'تجزیاتی مشین کی اطلاع سے اس کے محفوظ ہونے تک کا وقت',
    noticed_one: '{{count}} واقعہ: {{severity}}',
    noticed_other: '{{count}} واقعات: {{severity}}',
    noticedHint: 'امان نے محسوس کیے، ابھی بند نہیں۔ {{sources}}',
    noticedFrom: '{{source}}: {{number}}',
    suspended_one: '{{count}} نظام معطل',
    suspended_other: '{{count}} نظام معطل',
    noWorker: 'کوئی تجزیاتی مشین نہیں',
    noWorkerHint: 'کوئی تجزیاتی مشین جڑی ہوئی نہیں، اس لیے کسی کیمرے کی نگرانی نہیں ہو رہی۔',
    offline: 'دوبارہ رابطہ ہو رہا ہے',
    offlineHint: 'تازہ اطلاعات رک گئی ہیں۔ جو آپ دیکھ رہے ہیں وہ پرانا ہو سکتا ہے؛ کوشش جاری ہے۔',
    utc: '{{time}} عالمی وقت (UTC)',
    language: 'زبان',
    toLight: 'روشن رنگ اختیار کریں',
    toDark: 'گہرے رنگ اختیار کریں',
    user: '{{name}} کا کھاتہ',
    password: 'پاس ورڈ بدلیں',
    signOut: 'خارج ہوں',
  },
  role: {
    operator: 'آپریٹر',
    supervisor: 'سپروائزر',
    investigator: 'تفتیش کار',
    'traffic-reviewer': 'ٹریفک جائزہ کار',
    analyst: 'تجزیہ کار',
    'governance-officer': 'گورننس افسر',
    auditor: 'آڈیٹر',
    administrator: 'منتظم',
  },
  signIn: {
    publicRegister: 'یہاں مصنوعی ذہانت کے کون سے نظام کام کرتے ہیں؟ عوامی رجسٹر',
    raiseConcern: 'خدشہ یا شکایت درج کریں',
    title: 'داخل ہوں',
    username: 'صارف کا نام',
    password: 'پاس ورڈ',
    submit: 'داخل ہوں',
    expired: 'آپ کا دورانیہ ختم ہو گیا ہے۔ جہاں تھے وہیں سے جاری رکھنے کے لیے دوبارہ داخل ہوں۔',
    wrong: 'صارف کا نام یا پاس ورڈ غلط ہے۔',
    tooMany: 'بہت زیادہ کوششیں ہو گئیں۔ ایک منٹ ٹھہر کر دوبارہ کوشش کریں۔',
    first: 'پہلی بار آئے ہیں؟ ایک بار کا پاس ورڈ وہاں لکھا ہے جہاں سے امان چلایا گیا۔',
    withPasskey: 'پاس کی سے داخل ہوں',
    secondTitle: 'ایک قدم اور',
    usePasskey: 'پاس کی استعمال کریں',
    useRecoveryCode: 'بحالی کا کوڈ استعمال کریں',
    recoveryCode: 'بحالی کا کوڈ',
    recoveryHint: 'آپ کے سنبھالے ہوئے دس کوڈوں میں سے ایک۔ ہر کوڈ ایک بار چلتا ہے۔',
    otherWay: 'دوسرا طریقہ',
    startAgain: 'شروع سے',
  },
  password: {
    title: 'نیا پاس ورڈ چنیں',
    why: 'آپ ایک بار کے پاس ورڈ سے داخل ہوئے ہیں۔ آگے بڑھنے سے پہلے اپنا پاس ورڈ چنیں۔',
    current: 'موجودہ پاس ورڈ',
    next: 'نیا پاس ورڈ',
    again: 'نیا پاس ورڈ دوبارہ',
    hint: 'کم از کم 12 حروف۔ چند بے ربط الفاظ اچھا پاس ورڈ بناتے ہیں۔',
    short: 'کم از کم 12 حروف لکھیں۔',
    differ: 'دونوں نئے پاس ورڈ ایک جیسے نہیں۔',
    same: 'موجودہ پاس ورڈ سے مختلف پاس ورڈ چنیں۔',
    submit: 'پاس ورڈ محفوظ کریں',
    done: 'پاس ورڈ بدل گیا۔',
  },
  error: {
    title: 'یہ کام نہیں ہو سکا',
    network: 'سرور سے رابطہ نہیں ہو رہا۔ کچھ نہیں بدلا؛ کوشش خود بخود جاری ہے۔',
    forbidden: 'آپ کے عہدے کو اس کی اجازت نہیں۔ منتظم سے کہیں۔',
    gone: 'یہ اب موجود نہیں۔',
    unexpected: 'کچھ غیر متوقع ہوا۔ کچھ نہیں بدلا۔ دوبارہ کوشش کریں؛ پھر بھی ہو تو نیچے کا کوڈ بتائیں۔',
    code: 'کوڈ {{code}}',
    page: 'یہ صفحہ موجود نہیں۔',
    home: 'انتباہات پر جائیں',
  },
  priority: {
    label: 'ترجیح',
    critical: 'انتہائی',
    high: 'زیادہ',
    medium: 'درمیانی',
    low: 'کم',
  },
  state: {
    label: 'حالت',
    new: 'نئے',
    confirmed: 'تصدیق شدہ',
    rejected: 'مسترد',
  },
  confidence: {
    certain: 'تقریباً یقینی {{value}}',
    likely: 'غالباً {{value}}',
    possible: 'ممکن {{value}}',
    doubtful: 'مشکوک {{value}}',
    hint: 'ماڈل کو کتنا یقین ہے، 0 سے 1 تک',
  },
  object: {
    person: 'شخص',
    bicycle: 'سائیکل',
    car: 'گاڑی',
    motorcycle: 'موٹر سائیکل',
    bus: 'بس',
    train: 'ریل گاڑی',
    truck: 'ٹرک',
    boat: 'کشتی',
    bird: 'پرندہ',
    cat: 'بلی',
    dog: 'کتا',
    horse: 'گھوڑا',
    sheep: 'بھیڑ',
    cow: 'گائے',
    backpack: 'پشتی تھیلا',
    umbrella: 'چھتری',
    handbag: 'دستی تھیلا',
    suitcase: 'سوٹ کیس',
    plate: 'نمبر پلیٹ',
  },
  ...alerts,
  ...evidence,
  ...live,
  ...cameras,
  ...governance,
  users: {
    title: 'صارفین',
    add: 'صارف شامل کریں',
    name: 'پورا نام',
    username: 'صارف کا نام',
    usernameHint: 'چھوٹے انگریزی حروف، ہندسے، نقطے اور زیریں خط (_)۔',
    role: 'عہدہ',
    created: 'شامل ہوا',
    nameNeeded: 'پورا نام لکھیں۔',
    usernameBad: '3 سے 30 چھوٹے انگریزی حروف، ہندسے، نقطے یا زیریں خط (_) لکھیں؛ شروع حرف یا ہندسے سے ہو۔',
    oneTime: '{{name}} کے لیے ایک بار کا پاس ورڈ',
    oneTimeHint: 'یہ صرف ابھی دکھایا جا رہا ہے۔ خود حوالے کریں؛ پہلی بار داخل ہونے پر اسے بدلنا لازمی ہے۔',
    done: 'میں نے لکھ لیا',
    empty: 'ابھی کوئی صارف نہیں',
    pending: 'ابھی تک داخل نہیں ہوا',
    count_one: '{{count}} صارف',
    count_other: '{{count}} صارفین',
  },
  time: {
    justNow: 'ابھی ابھی',
  },
  access,
  account,
  lifecycle,
  assessments,
  risks,
  documents,
  controls,
  suspension,
  monitoring,
  performance,
  incidents,
  concerns,
  assurance,
  explain,
  evidencePack,
  problems,
  publicRegister,
  plates,
  hotlists,
  faces,
  faceAuthorisations,
  faceSearches,
  faceReports,
  unmasking,
  watchlists,
  traffic,
  signals,
  signalReasons,
  waves,
  whatIf,
  travel,
  crime,
  crimeCompare,
  crimeBriefings,
  crimeData,
  crimeFeedback,
  crimeForecasts,
  crimePlans,
  crimeMap,
  crimeNear,
  crimeTime,
  crimeTrends,
  bulkCancel,
  challans,
  citizen,
  civic,
  service,
  contests,
  enforcement,
  violationFigures,
  violations,
};
