"""What an import proposes, decided: each thing of a document held against what the office keeps."""
