import { plan, type ScriptOutlook, taskModel } from './model-script.ts';

/** Outlooks of the initiatives that money, a plan or a connector holds back. */
export const HELD_BACK_OUTLOOKS: Readonly<Record<string, ScriptOutlook>> = {
  'agent-assist': {
    plan: plan('2026-02', '2026-01-28', 'Controller, operations', {
      'After-call work saved': 29_000,
      'Model usage': 2_700,
      'Platform share': 2_000,
    }),
    model: taskModel({
      enteredOn: '2026-08-19',
      taskName: 'Calls',
      success: [0.55, 0.62, 0.69],
      value: [1.1, 1.4, 1.8],
      k: 0.5,
      inference: [0.11, 0.14, 0.18],
      reviewMinutes: [0.4, 0.5, 0.7],
      hourlyRate: 36,
      errors: [0.01, 0.02, 0.04],
      stop: [0, 4_000, 300, 6],
      scopes: [
        {
          stage: 'limited',
          basis: 'measured',
          tasks: [17_000, 20_000, 23_000],
          reviewShare: [0.02, 0.04, 0.07],
          platform: [1_900, 2_100, 2_400],
          team: 0.05,
        },
      ],
    }),
  },
  'renewal-letters': {
    plan: plan('2026-02', '2026-01-28', 'Controller, operations', {
      'Questions not asked': 12_500,
      'Model usage': 1_200,
      'Platform share': 1_600,
    }),
    model: taskModel({
      enteredOn: '2026-08-19',
      taskName: 'Letters',
      success: [0.9, 0.94, 0.97],
      value: [0.75, 0.9, 1.1],
      k: 0.5,
      inference: [0.07, 0.09, 0.12],
      reviewMinutes: [0.8, 1, 1.4],
      hourlyRate: 36,
      errors: [0.005, 0.01, 0.02],
      stop: [0, 3_000, 200, 6],
      scopes: [
        {
          stage: 'limited',
          basis: 'measured',
          tasks: [13_000, 14_000, 15_500],
          reviewShare: [0.01, 0.02, 0.04],
          platform: [1_500, 1_650, 1_900],
          team: 0.05,
        },
      ],
    }),
  },
  'reserve-hints': {
    plan: plan('2026-02', '2026-01-28', 'Controller, claims', {
      'Reserve corrections avoided': 14_500,
      'Model usage': 2_000,
      'Platform share': 2_200,
      'Second look by the reserving team': 2_700,
    }),
    model: taskModel({
      enteredOn: '2026-08-20',
      taskName: 'Injury claims',
      success: [0.6, 0.72, 0.82],
      value: [11, 17, 26],
      k: 0.5,
      inference: [1.6, 2, 2.6],
      reviewMinutes: [12, 15, 20],
      hourlyRate: 62,
      errors: [0.2, 0.4, 0.9],
      stop: [0, 5_000, 300, 6],
      measureValue: [3_000, 15],
      scopes: [
        {
          stage: 'limited',
          basis: 'measured',
          tasks: [1_000, 1_150, 1_300],
          reviewShare: [0.08, 0.12, 0.18],
          platform: [2_050, 2_250, 2_600],
          team: 0.04,
        },
      ],
    }),
  },
  'complaint-digest': {
    plan: plan('2026-02', '2026-01-28', 'Controller, operations', {
      'Reading time saved': 8_000,
      'Model usage': 600,
      'Platform share': 1_200,
    }),
    model: taskModel({
      enteredOn: '2026-08-20',
      taskName: 'Complaints',
      success: [0.85, 0.9, 0.94],
      value: [4.2, 5, 6],
      k: 0.5,
      inference: [0.22, 0.28, 0.36],
      reviewMinutes: [2, 2.5, 3.5],
      hourlyRate: 45,
      errors: [0.02, 0.04, 0.08],
      stop: [0, 1_500, 150, 3],
      scopes: [
        {
          stage: 'limited',
          basis: 'measured',
          tasks: [1_700, 1_850, 2_000],
          reviewShare: [0.08, 0.12, 0.18],
          platform: [1_100, 1_200, 1_350],
          team: 0.03,
        },
      ],
    }),
  },
  'damage-photos': {
    plan: plan('2026-02', '2026-01-28', 'Controller, motor', {
      'Assessor visits avoided': 18_000,
      'Model usage': 4_300,
      'Image service': 3_400,
    }),
    model: taskModel({
      enteredOn: '2026-08-21',
      taskName: 'Photo estimates',
      success: [0.52, 0.6, 0.67],
      value: [9.4, 12, 15],
      k: 0.5,
      inference: [1.5, 1.8, 2.2],
      reviewMinutes: [4, 5, 6.5],
      hourlyRate: 46,
      errors: [0.1, 0.2, 0.4],
      stop: [0, 2_000, 200, 3],
      scopes: [
        {
          stage: 'limited',
          basis: 'measured',
          tasks: [2_300, 2_500, 2_800],
          reviewShare: [0.12, 0.16, 0.22],
          platform: [3_200, 3_450, 3_900],
          team: 0.05,
        },
      ],
    }),
  },
};
