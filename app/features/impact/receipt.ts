export const receiptStatuses = ["submitted", "approved", "rejected"] as const;
export type ReceiptStatus = (typeof receiptStatuses)[number];
