function handler() {
  throw new Error('a defect');
}
