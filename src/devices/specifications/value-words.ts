/** Keys of words: the sensors that have a name of their own in each language, by their word in a set. */
export const sensorWords: Readonly<Record<string, string>> = {
  accelerometer: 'sensor.accelerometer',
  gyroscope: 'sensor.gyroscope',
  compass: 'sensor.compass',
  barometer: 'sensor.barometer',
  proximity: 'sensor.proximity',
  light: 'sensor.light',
  hall: 'sensor.hall',
  'heart-rate': 'sensor.heart_rate',
  thermometer: 'sensor.thermometer',
  pedometer: 'sensor.pedometer',
  'light-sensor': 'sensor.light',
  'proximity-sensor': 'sensor.proximity',
  'hall-effect-sensor': 'sensor.hall',
  'heart-rate-sensor': 'sensor.heart_rate',
  magnetometer: 'sensor.compass',
}

/** Which of several cameras or displays a value is about, by its label. */
export const partWords: Readonly<Record<string, string>> = {
  main: 'specificationPart.main',
  front: 'specificationPart.front',
  ultrawide: 'specificationPart.ultrawide',
  tele: 'specificationPart.tele',
  macro: 'specificationPart.macro',
  depth: 'specificationPart.depth',
  inner: 'specificationPart.inner',
  outer: 'specificationPart.outer',
  'ultra-wide': 'specificationPart.ultrawide',
}
