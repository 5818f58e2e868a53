-- What use costs that no bundle covers: minor units for each minute and message, as payg_rate is for each megabyte.
ALTER TABLE lines ADD COLUMN voice_rate INTEGER;
ALTER TABLE lines ADD COLUMN voice_seconds REAL NOT NULL DEFAULT 0;
ALTER TABLE lines ADD COLUMN sms_rate INTEGER;
ALTER TABLE lines ADD COLUMN sms_messages REAL NOT NULL DEFAULT 0;
-- 1 = everything is paid from the credit, whatever bundle there is.
ALTER TABLE lines ADD COLUMN past_bundles INTEGER NOT NULL DEFAULT 0;
