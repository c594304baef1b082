-- A document number (机关简称+抽查〔年〕N号) is unique within its office, where bodies of one short name count together.
-- Two offices may well have the same short name; DR-1 names a draw by office and number.
alter table sampling.campaign drop constraint campaign_number_key;
alter table sampling.campaign add constraint campaign_number_once unique (department_id, number);
alter table sampling.draw drop constraint draw_name_key;
alter table sampling.draw add constraint draw_name_once unique (office_id, name);
alter table pub.campaign drop constraint campaign_number_key;
comment on table sampling.campaign_number is 'The last number given by the bodies of one short name in an office, by year';
comment on column sampling.campaign_number.department_id is 'The oldest of these bodies';
