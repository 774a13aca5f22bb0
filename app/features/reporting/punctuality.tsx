import { useLanguage, useMessages } from "~/components/language";
import type { PaymentRecord } from "./company-profile.server";
import { profileMessages } from "./profile-messages";

/** Payments around their due day: circles before it, squares after; the area follows the rupiah. The sentence below says the same. */
export function Punctuality({ payments }: { payments: readonly PaymentRecord[] }) {
  const t = useMessages(profileMessages);
  const language = useLanguage();
  if (payments.length === 0) return <p className="muted">{t.noPayments}</p>;
  const reach = Math.max(10, ...payments.map((payment) => Math.abs(payment.days)));
  const most = payments.reduce((largest, payment) => (payment.amount > largest ? payment.amount : largest), 1n);
  const place = (days: number) => 50 + (40 * days) / reach;
  const onTime = payments.filter((payment) => payment.days <= 0).length;
  const worst = Math.max(...payments.map((payment) => payment.days));
  return (
    <>
      <svg className="pun" width="100%" height="104" role="img" aria-label={t.punctualityChart(onTime, payments.length)}>
        <rect x="10%" y="4" width="40%" height="56" fill="var(--ok-bg)" />
        <line x1="10%" x2="90%" y1="60" y2="60" stroke="var(--line-strong)" />
        <line x1="50%" x2="50%" y1="0" y2="66" stroke="var(--ink)" strokeWidth="1.5" />
        {payments.map((payment, index) => {
          const size = 4 + 6 * Math.sqrt(Number((payment.amount * 1000n) / most) / 1000);
          const y = 18 + (index % 2) * 24;
          const x = `${place(payment.days).toFixed(1)}%`;
          return payment.days <= 0 ? (
            <circle key={`${payment.program}${payment.dueOn}`} cx={x} cy={y} r={size} fill="var(--bar)" />
          ) : (
            <svg key={`${payment.program}${payment.dueOn}`} x={x} y={y - size} overflow="visible" aria-hidden="true">
              <rect x={-size} width={size * 2} height={size * 2} fill="var(--bad)" />
            </svg>
          );
        })}
        {[-reach, 0, reach].map((days) => (
          <text key={days} x={`${place(days)}%`} y="80" textAnchor="middle">
            {days > 0 ? `+${days}` : String(days).replace("-", "\u2212")}
          </text>
        ))}
        <text x="10%" y="98" textAnchor="start">
          {t.early}
        </text>
        <text x="50%" y="98" textAnchor="middle">
          {t.due}
        </text>
        <text x="90%" y="98" textAnchor="end">
          {t.late}
        </text>
      </svg>
      <p className="small mt-2" lang={language}>
        {onTime === payments.length ? t.allOnTime(payments.length) : t.someLate(onTime, payments.length, worst)}
      </p>
    </>
  );
}
