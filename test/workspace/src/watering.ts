export interface Bed {
  name: string;
  plant: string;
  lastWatered: string;
  litres: number;
  covered: boolean;
}

/** Which beds to water today, and how much. */
export function planWatering(beds: Bed[], today: Date, rainMm: number[]) {
  const plan: { bed: string; litres: number }[] = [];
  for (let i = 0; i < beds.length; i++) {
    const bed = beds[i];
    if (bed) {
      const days = Math.floor((today.getTime() - new Date(bed.lastWatered).getTime()) / 86400000);
      let rain = 0;
      if (!bed.covered) {
        for (let d = 0; d < days; d++) {
          if (rainMm[rainMm.length - 1 - d] !== undefined) {
            rain = rain + (rainMm[rainMm.length - 1 - d] ?? 0);
          }
        }
      }
      if (days >= 1) {
        if (rain < 4) {
          if (bed.plant === 'tomato' || bed.plant === 'cucumber') {
            plan.push({ bed: bed.name, litres: bed.litres * (days > 2 ? 1.5 : 1) });
          } else {
            if (days >= 2) {
              plan.push({ bed: bed.name, litres: bed.litres });
            }
          }
        }
      }
    }
  }
  return plan;
}
