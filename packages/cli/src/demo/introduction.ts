/** Whom a newcomer may sign in as, beside the administrator. Traffic leaves these people alone. */
export const demoIntroduction = [
  { role: 'supervisor', email: 'jonas@fjordline.example' },
  { role: 'representative', email: 'anna@fjordline.example' },
  { role: 'representative', email: 'daniel@fjordline.example' },
] as const
