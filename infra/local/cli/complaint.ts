/** Something the person at the keyboard can put right; said in one sentence. */
export class Complaint extends Error {
  override readonly name = "Complaint";
}
