import type { Messages } from '../en.ts';

export const crimeTime: Messages['crimeTime'] = {
  title: 'واقعات کب ہوتے ہیں',
  hint: 'واقعات دن کے گھنٹے اور ہفتے کے دن کے لحاظ سے؛ وقفے والے واقعات وقفے پر بانٹے گئے ہیں۔',
  hour: 'دن کا گھنٹہ',
  day: 'ہفتے کا دن',
  incidents: 'واقعات',
  none: 'اس مدت کے کسی واقعے کا وقت معلوم نہیں۔',
  finding:
    '{{day}} {{from}} سے {{to}} بجے سب سے مصروف ہے: {{incidents}} واقعات، اوسط گھنٹے کے {{times}} گنا۔',
  hourFinding: 'سب سے زیادہ {{most}} بجے کے بعد کے گھنٹے میں: کل کا {{share}} فیصد۔',
  dayFinding: 'سب سے زیادہ {{most}} کو: کل کا {{share}} فیصد۔',
  known:
    '{{exact}} کا گھنٹہ معلوم ہے، {{shared}} وقفے پر بانٹے گئے، {{leftOut}} شامل نہیں کیونکہ ان کا وقفہ ایک ہفتہ یا زیادہ ہے۔',
};
