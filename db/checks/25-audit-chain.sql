-- Every line of the audit log is sealed: it carries the hash of its own content and of the line before it.
select * from audit_chain_problems();
