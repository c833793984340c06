import type { NewDocument } from '@amaan/contracts/governance/document';

/** What the office of the demonstration has written down. */
export const DEMO_DOCUMENTS: readonly Pick<NewDocument, 'title' | 'body'>[] = [
  {
    title: 'AI policy',
    body: {
      type: 'policy',
      controls: ['iso-42001:A.2.2', 'iso-42001:A.2.3', 'iso-42001:A.2.4', 'iso-42001:5.2'],
      riskCriteria: null,
      text: `# What AI is for here
We use AI to point people to what they asked it to look for. People decide.

# What it is never for
- Scoring, predicting or following persons.
- Guessing ethnicity, religion, emotion, age or sex.
- Any consequence for anybody that no human decided.

# What must be true before a system runs
- It is in the public register, with its purpose and its limits.
- Its impact assessment is approved and current; its risks are accepted by people who did not write them.
- It was validated on exactly the model and settings that run, with intervals.
- Two different people approved it, and its permit names cameras and purposes.

# Who answers
The head of the authority answers for this policy. Each system has an owner by name. The governance office may stop any system at any time and owes nobody a favour for doing so.

# When it is looked at again
Every year, and after every incident that touched somebody’s rights.`,
    },
  },
  {
    title: 'Impact assessment and risk procedure',
    body: {
      type: 'procedure',
      controls: ['iso-42001:A.5.2', 'iso-42001:A.5.3', 'iso-42001:6.1.2', 'iso-42001:6.1.4', 'iso-42001:8.4'],
      riskCriteria: null,
      text: `# When
- Before a system leaves the stage proposed.
- Every 12 months, and within 30 days of an incident that touches the system.
- When models, purposes or places change.

# How
1. The owner writes the assessment with at least one operator and one person from outside the project.
2. Whoever knows the people concerned is asked, and what they said is written down, also when it is unwelcome.
3. Risks found on the way go into the register with an owner and a review date.
4. Somebody who wrote no part of it decides, and says why.

# What is not accepted
- An answer that names a rule but nothing that enforces it.
- A likelihood without a source; write “unknown” and choose the worse.`,
    },
  },
  {
    title: 'What we bear: risk criteria',
    body: {
      type: 'risk-criteria',
      controls: ['iso-42001:6.1.2', 'iso-42001:6.1.3'],
      riskCriteria: { acceptableUpTo: 6, tolerableUpTo: 12 },
      text: `# How a risk is weighed
Likelihood from 1 to 5 times severity from 1 to 5, each by its anchor example. Severity is what it does to the people it hits, never what it costs us.

# Who may accept what remains
- Up to 6: one person who did not write it.
- Up to 12, and whenever a life or a right is at stake: two different people.
- Above: nobody. It is reduced further, or the use is given up.

# Why these limits
A risk that stops people wrongly about once a year (3 × 3 = 9) is borne only if two people put their names under it.`,
    },
  },
  {
    title: 'Human oversight in the control room',
    body: {
      type: 'procedure',
      controls: ['iso-42001:A.9.2', 'iso-42001:A.9.3', 'iso-42001:A.9.4'],
      riskCriteria: null,
      text: `# Each alert
- Look at the clip and at the live picture before deciding.
- Reject when in doubt; nobody is asked to explain a rejection.
- Tell a patrol what was seen, not whom to look for.

# Load
At most 12 alerts per person and hour. Above that the supervisor closes rules.

# Stopping
Any supervisor stops a system that seems wrong, at once, and reports it afterwards. Resuming takes two people.`,
    },
  },
];
