export * from "./person-card.ts";
export * from "./person-cards.ts";
export * from "./reach.ts";
