import { useMessages } from "~/components/language";
import { Steps } from "~/components/steps";
import { accountMessages } from "~/features/identity/account-messages";

/** Where one is on the way from an account to a verified organisation; 0 is the account. */
export function RegistrationSteps({ at }: { at: 0 | 1 | 2 | 3 }) {
  const { title, steps } = useMessages(accountMessages).signUp;
  const state = (position: number) => (position < at ? "done" : position === at ? "now" : "next") as "done" | "now" | "next";
  return (
    <Steps
      label={title}
      steps={[steps.account, steps.role, steps.proof, steps.checked].map((label, index) => ({ label, state: state(index) }))}
    />
  );
}
